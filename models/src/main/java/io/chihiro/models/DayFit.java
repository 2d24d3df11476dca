package io.chihiro.models;

import java.util.OptionalInt;

/// How well a day fits a query, by its passages.
///
/// Half the day as a whole, half its sentences: the whole knows the mood of a day, a sentence the
/// one thing that made it. Both are soft means, so that a long day is not favoured for having more
/// sentences.
///
/// @param similarity of the day as a whole, a cosine
/// @param bestSentence which sentence fits best, counted from 0; none for a day without sentences
public record DayFit(double similarity, OptionalInt bestSentence) {

  /// The fit of a day.
  ///
  /// @param windows cosines of the passages as long as the encoder reads, at least one
  /// @param sentences cosines of the sentences; may be empty
  /// @param beta inverse temperature of both soft means
  public static DayFit of(double[] windows, double[] sentences, double beta) {
    double whole = Vectors.softMean(windows, beta);
    if (sentences.length == 0) {
      return new DayFit(whole, OptionalInt.empty());
    }
    double similarity = (whole + Vectors.softMean(sentences, beta)) / 2;
    return new DayFit(similarity, OptionalInt.of(largest(sentences)));
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
