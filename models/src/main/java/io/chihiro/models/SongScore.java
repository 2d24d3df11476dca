package io.chihiro.models;

import java.util.Arrays;

/// How the days of a song make its score.
public enum SongScore {
  /// All its days count, the fitting ones more: a favourite that runs through every era does not
  /// win by its best day.
  SOFT_MEAN("soft-mean"),
  /// Only the day that fits best counts.
  BEST_DAY("best-day"),
  /// All its days count alike.
  MEAN("mean");

  private final String word;

  SongScore(String word) {
    this.word = word;
  }

  /// As a request or a setting writes it.
  public String word() {
    return word;
  }

  /// The score of a song whose days fit like this.
  ///
  /// @param similarities at least one
  public double of(double[] similarities, double beta) {
    return switch (this) {
      case SOFT_MEAN -> Vectors.softMean(similarities, beta);
      case BEST_DAY -> Arrays.stream(similarities).max().orElseThrow();
      case MEAN -> Arrays.stream(similarities).average().orElseThrow();
    };
  }
}
