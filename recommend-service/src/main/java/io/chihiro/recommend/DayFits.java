package io.chihiro.recommend;

import java.util.function.IntFunction;

/// How well the days with songs fit a question.
final class DayFits {
  private final double[] similarities;
  private final IntFunction<String> excerpts;

  /// @param similarities of each day as a whole, cosines; not a copy
  /// @param excerpts what the day at a place wrote that fits best, told only for days that are
  ///     shown
  DayFits(double[] similarities, IntFunction<String> excerpts) {
    this.similarities = similarities;
    this.excerpts = excerpts;
  }

  /// How well the day at a place fits as a whole, a cosine.
  double similarity(int place) {
    return similarities[place];
  }

  /// What that day wrote that fits best.
  String excerpt(int place) {
    return excerpts.apply(place);
  }
}
