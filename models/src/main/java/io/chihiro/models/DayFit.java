package io.chihiro.models;

/// How well a day fits a query, by its passages.
///
/// Half the day as a whole, half its sentences: the whole knows the mood of a day, a sentence the
/// one thing that made it. Both are soft means, so that a long day is not favoured for having more
/// sentences.
public final class DayFit {
  private DayFit() {}

  /// The fit of a day as a whole, a cosine.
  ///
  /// @param windows cosines of the passages as long as the encoder reads, at least one
  /// @param sentences cosines of the sentences; may be empty
  /// @param beta inverse temperature of both soft means
  public static double of(double[] windows, double[] sentences, double beta) {
    double whole = Vectors.softMean(windows, beta);
    return sentences.length == 0 ? whole : (whole + Vectors.softMean(sentences, beta)) / 2;
  }

  /// Which passage fits best, counted from 0.
  ///
  /// @param cosines at least one
  public static int best(double[] cosines) {
    int best = 0;
    for (int i = 1; i < cosines.length; i++) {
      if (cosines[i] > cosines[best]) {
        best = i;
      }
    }
    return best;
  }
}
