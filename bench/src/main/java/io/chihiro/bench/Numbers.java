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

  /// Three digits or so: whole from a hundred on.
  static String shown(double number) {
    double size = Math.abs(number);
    String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, number);
  }
}
