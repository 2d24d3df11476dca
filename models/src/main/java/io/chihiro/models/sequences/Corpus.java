package io.chihiro.models.sequences;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32C;

/// Sequences of songs as numbers, one behind the other in one flat array.
public final class Corpus {
  private final Vocabulary vocabulary;
  private final int[] songs;
  private final int[] begins;

  /// Told of two different songs that stand within a window, the earlier one first.
  @FunctionalInterface
  interface Pairs {
    void pair(int song, int other);
  }

  private Corpus(Vocabulary vocabulary, int[] songs, int[] begins) {
    this.vocabulary = vocabulary;
    this.songs = songs;
    this.begins = begins;
  }

  /// Playlists, sessions or other sequences. What is left of one when rare songs are taken out is
  /// closed up; fewer than two songs are no company and are left out.
  ///
  /// @param least songs that occur less often are left out
  public static Corpus of(Collection<List<String>> sequences, int least) {
    Vocabulary vocabulary = Vocabulary.of(sequences, least);
    List<int[]> numbered = new ArrayList<>();
    for (List<String> sequence : sequences) {
      int[] ids = sequence.stream().mapToInt(vocabulary::id).filter(id -> id > 0).toArray();
      if (ids.length > 1) {
        numbered.add(ids);
      }
    }
    return flat(vocabulary, numbered);
  }

  private static Corpus flat(Vocabulary vocabulary, List<int[]> numbered) {
    long length = numbered.stream().mapToLong(ids -> ids.length).sum();
    int[] songs = new int[Math.toIntExact(length)];
    int[] begins = new int[numbered.size() + 1];
    for (int i = 0; i < numbered.size(); i++) {
      int[] ids = numbered.get(i);
      System.arraycopy(ids, 0, songs, begins[i], ids.length);
      begins[i + 1] = begins[i] + ids.length;
    }
    return new Corpus(vocabulary, songs, begins);
  }

  /// The songs by number.
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /// How many sequences there are.
  public int sequences() {
    return begins.length - 1;
  }

  /// Where a sequence begins in the flat array; where it ends is where the next one begins.
  int begin(int sequence) {
    return begins[sequence];
  }

  /// The song at a place of the flat array.
  int song(int place) {
    return songs[place];
  }

  /// Songs of the longest sequence.
  int longest() {
    int longest = 0;
    for (int i = 0; i < sequences(); i++) {
      longest = Math.max(longest, begins[i + 1] - begins[i]);
    }
    return longest;
  }

  /// Tells every pair of different songs that stand within a window of each other, as often as they
  /// do.
  void forEachPair(int window, Pairs pairs) {
    for (int i = 0; i < sequences(); i++) {
      for (int place = begins[i]; place < begins[i + 1]; place++) {
        int end = Math.min(begins[i + 1], place + window + 1);
        for (int other = place + 1; other < end; other++) {
          if (songs[place] != songs[other]) {
            pairs.pair(songs[place], songs[other]);
          }
        }
      }
    }
  }

  /// A number that differs for other sequences or other songs.
  long fingerprint() {
    CRC32C all = new CRC32C();
    for (int id = 1; id <= vocabulary.size(); id++) {
      update(all, vocabulary.song(id).hashCode());
    }
    for (int begin : begins) {
      update(all, begin);
    }
    for (int song : songs) {
      update(all, song);
    }
    return all.getValue();
  }

  private static void update(CRC32C all, int number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      all.update(number >>> shift);
    }
  }
}
