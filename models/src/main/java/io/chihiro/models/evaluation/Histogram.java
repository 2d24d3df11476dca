package io.chihiro.models.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How often values fall into each of many bins of equal width.
///
/// @param low where the first bin begins
/// @param high where the last bin ends
/// @param counts one a bin
public record Histogram(double low, double high, List<Integer> counts) {
  static final int BINS = 30;

  /// Counts values that lie between low and high.
  static Histogram of(List<Double> values, double low, double high) {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(BINS, 0));
    for (double value : values) {
      int bin = (int) Math.floor((value - low) / (high - low) * BINS);
      int within = Math.clamp(bin, 0, BINS - 1);
      counts.set(within, counts.get(within) + 1);
    }
    return new Histogram(low, high, List.copyOf(counts));
  }
}
