package io.chihiro.models.onnx;

import io.chihiro.models.onnx.InputRanges.Range;

/// How numbers are put into the 256 steps of an unsigned byte; zero is a step.
///
/// @param size how far one is from the next
/// @param zero which one is zero
record Steps(float size, int zero) {
  private static final int MOST = 255;

  /// So that every channel of a range fits.
  static Steps of(Range range) {
    return between(least(range), largest(range));
  }

  /// @param least not above zero
  /// @param largest not below zero
  static Steps between(float least, float largest) {
    float size = Math.max(largest - least, Float.MIN_NORMAL * MOST) / MOST;
    return new Steps(size, Math.round(-least / size));
  }

  /// The least number of any channel, at most zero.
  static float least(Range range) {
    float least = 0;
    for (int channel = 0; channel < range.channels(); channel++) {
      least = Math.min(least, range.least(channel));
    }
    return least;
  }

  /// The largest number of any channel, at least zero.
  static float largest(Range range) {
    float largest = 0;
    for (int channel = 0; channel < range.channels(); channel++) {
      largest = Math.max(largest, range.largest(channel));
    }
    return largest;
  }
}
