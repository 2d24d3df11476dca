package io.chihiro.models.sequences;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/// What sequences teach about songs: which live near one another, and which comes next.
public interface SequenceModel {
  /// The songs it knows.
  Vocabulary vocabulary();

  /// How near each song is to one, by number; place 0 is padding.
  ///
  /// @param song its number, from 1
  float[] similarities(int song);

  /// How likely each song is to be the next one, by number; place 0 is padding. Comparable within
  /// one answer only.
  ///
  /// @param last numbers of the songs before it, oldest first; none will do
  float[] next(int[] last);

  /// The songs nearest to one, itself excluded; none for a song that is unknown.
  default List<Near> nearest(String song, int most) {
    return nearest(song, most, _ -> true);
  }

  /// The same among some songs.
  ///
  /// @param wanted songs that may be an answer
  default List<Near> nearest(String song, int most, Predicate<String> wanted) {
    int id = vocabulary().id(song);
    if (id == Vocabulary.PADDING) {
      return List.of();
    }
    BitSet without = new BitSet();
    for (int other = 1; other <= vocabulary().size(); other++) {
      without.set(other, other == id || !wanted.test(vocabulary().song(other)));
    }
    return Ranking.best(similarities(id), vocabulary(), without, most);
  }

  /// The songs most likely to follow, those before them excluded. Unknown songs say nothing.
  ///
  /// @param last the songs before it, oldest first
  default List<Near> following(List<String> last, int most) {
    int[] known = last.stream().mapToInt(vocabulary()::id).filter(id -> id > 0).toArray();
    BitSet before = new BitSet();
    for (int id : known) {
      before.set(id);
    }
    return Ranking.best(next(known), vocabulary(), before, most);
  }
}
