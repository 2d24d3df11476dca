package io.chihiro.bench;

import java.util.List;
import java.util.Locale;

/// Measurements as numbers: which one stands for many, and how they are written.
final class Numbers {
  private Numbers() {}

  /// The one in the middle: on a machine that does other things, the mean follows its worst moment.
  ///
  /// @param measured at least one
  static double median(List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// Three digits, whole from a hundred on: a cosine of 0.989 is not one of 0.99.
  static String shown(double number) {
    double size = Math.abs(number);
    int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
