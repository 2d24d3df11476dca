package io.chihiro.models;

import java.util.Arrays;

/// How the days of a song make its score.
public enum SongScore {
  /// The soft mean of its days, and that of the songs that share them: a song of two days has a
  /// score that two days happened to give.
  COMPANY("company", 0.6),
  /// All its days count, the fitting ones more: a favourite that runs through every era does not
  /// win by its best day.
  SOFT_MEAN("soft-mean", 0),
  /// Only the day that fits best counts.
  BEST_DAY("best-day", 0),
  /// All its days count alike.
  MEAN("mean", 0);

  /// What answers, unless something else is asked for.
  public static final SongScore USUAL = COMPANY;

  private final String word;
  private final double company;

  SongScore(String word, double company) {
    this.word = word;
    this.company = company;
  }

  /// How much of a score is the mean score of the songs on its days, from 0 to 1.
  double company() {
    return company;
  }

  /// As a request or a setting writes it.
  public String word() {
    return word;
  }

  /// The score of a song by its own days, which fit like this.
  ///
  /// @param similarities at least one
  public double of(double[] similarities, double beta) {
    return switch (this) {
      case COMPANY, SOFT_MEAN -> Vectors.softMean(similarities, beta);
      case BEST_DAY -> Arrays.stream(similarities).max().orElseThrow();
      case MEAN -> Arrays.stream(similarities).average().orElseThrow();
    };
  }
}
