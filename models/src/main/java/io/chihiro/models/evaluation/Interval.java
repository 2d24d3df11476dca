package io.chihiro.models.evaluation;

/// A figure and the range that 95 % of resampled lives put it in.
///
/// @param value as measured
/// @param low 2.5 % of the resampled figures lie below
/// @param high 2.5 % of the resampled figures lie above
public record Interval(double value, double low, double high) {
  /// Whether chance alone is unlikely to make a gain of this.
  public boolean aboveZero() {
    return low > 0;
  }
}
