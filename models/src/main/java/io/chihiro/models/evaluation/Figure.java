package io.chihiro.models.evaluation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/// What is measured of one answer.
public enum Figure {
  /// Whether a right song is among the first five.
  HIT_AT_5("hit@5") {
    @Override
    OptionalDouble of(List<String> songs, Set<String> right, Set<String> ofEra) {
      return OptionalDouble.of(hits(songs, right, 5) > 0 ? 1 : 0);
    }
  },
  /// Whether a right song is among the first ten.
  HIT_AT_10("hit@10") {
    @Override
    OptionalDouble of(List<String> songs, Set<String> right, Set<String> ofEra) {
      return OptionalDouble.of(hits(songs, right, 10) > 0 ? 1 : 0);
    }
  },
  /// One over the rank of the first right song; nothing beyond the tenth.
  MRR_AT_10("mrr@10") {
    @Override
    OptionalDouble of(List<String> songs, Set<String> right, Set<String> ofEra) {
      for (int i = 0; i < Math.min(songs.size(), 10); i++) {
        if (right.contains(songs.get(i))) {
          return OptionalDouble.of(1.0 / (i + 1));
        }
      }
      return OptionalDouble.of(0);
    }
  },
  /// The discounted gain of ten songs with binary gains, over the best that ten could have
  /// (Järvelin and Kekäläinen 2002).
  NDCG_AT_10("ndcg@10") {
    @Override
    OptionalDouble of(List<String> songs, Set<String> right, Set<String> ofEra) {
      double gain = 0;
      double best = 0;
      for (int i = 0; i < 10; i++) {
        double discount = Math.log(2) / Math.log(i + 2);
        gain += i < songs.size() && right.contains(songs.get(i)) ? discount : 0;
        best += i < right.size() ? discount : 0;
      }
      return OptionalDouble.of(gain / best);
    }
  },
  /// The share of the first five that belongs to the era that is meant; fewer than five count as
  /// misses. Nothing where no song belongs to the era.
  ERA_PRECISION_AT_5("era precision@5") {
    @Override
    OptionalDouble of(List<String> songs, Set<String> right, Set<String> ofEra) {
      return ofEra.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(hits(songs, ofEra, 5) / 5.0);
    }
  };

  /// So many songs are looked at.
  static final int DEPTH = 10;

  private final String words;

  Figure(String words) {
    this.words = words;
  }

  /// As reports call it.
  @JsonValue
  public String words() {
    return words;
  }

  /// The figure of an answer, where it can be told.
  ///
  /// @param songs as answered, best first
  /// @param right songs that are right, at least one
  /// @param ofEra songs of the era that is meant; empty if there is none
  abstract OptionalDouble of(List<String> songs, Set<String> right, Set<String> ofEra);

  /// The figure of an answer to a query, where it can be told.
  OptionalDouble of(List<String> songs, Query query) {
    return of(songs, query.right(), query.songsOfEra());
  }

  private static long hits(List<String> songs, Set<String> right, int among) {
    return songs.stream().limit(among).distinct().filter(right::contains).count();
  }
}
