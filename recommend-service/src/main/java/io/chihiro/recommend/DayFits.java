package io.chihiro.recommend;

/// How well the days with songs fit a question.
interface DayFits {
  /// How well the day at a place fits as a whole, a cosine.
  double similarity(int place);

  /// What that day wrote that fits best.
  String excerpt(int place);
}
