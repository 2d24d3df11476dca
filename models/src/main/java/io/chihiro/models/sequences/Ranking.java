package io.chihiro.models.sequences;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Orders songs by score, highest first; of equals the more frequent one, which has the lower
/// number.
public final class Ranking {
  private Ranking() {}

  /// The best songs.
  ///
  /// @param scores by number; what stands for padding is not looked at
  /// @param without numbers that are no answer
  static List<Near> best(float[] scores, Vocabulary vocabulary, BitSet without, int most) {
    int[] best = new int[Math.min(most, vocabulary.size())];
    int found = 0;
    for (int id = 1; id < scores.length; id++) {
      if (!without.get(id)) {
        found = placed(id, scores, best, found);
      }
    }
    List<Near> near = new ArrayList<>();
    for (int i = 0; i < found; i++) {
      near.add(new Near(vocabulary.song(best[i]), scores[best[i]]));
    }
    return List.copyOf(near);
  }

  // Few are asked for: where a song belongs among the best is found from behind.
  private static int placed(int id, float[] scores, int[] best, int found) {
    int place = found;
    while (place > 0 && scores[id] > scores[best[place - 1]]) {
      place--;
    }
    if (place == best.length) {
      return found;
    }
    int kept = Math.min(found, best.length - 1);
    System.arraycopy(best, place, best, place + 1, kept - place);
    best[place] = id;
    return kept + 1;
  }

  /// The place of a song among all that may be an answer, from 1.
  ///
  /// @param scores by number
  /// @param without numbers that are no answer; the song's own is none of them
  public static int rank(float[] scores, int song, BitSet without) {
    int rank = 1;
    for (int id = 1; id < scores.length; id++) {
      boolean ahead = scores[id] > scores[song] || (id < song && scores[id] == scores[song]);
      if (ahead && !without.get(id)) {
        rank++;
      }
    }
    return rank;
  }
}
