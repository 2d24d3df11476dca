package io.chihiro.bench;

import java.util.function.LongSupplier;

/// Time since it was begun.
///
/// @param begun in nanoseconds of the clock
/// @param clock nanoseconds that only grow
record Stopwatch(long begun, LongSupplier clock) {
  private static final double NANOS_PER_SECOND = 1e9;

  static Stopwatch begin() {
    return new Stopwatch(System.nanoTime(), System::nanoTime);
  }

  double seconds() {
    return (clock.getAsLong() - begun) / NANOS_PER_SECOND;
  }

  double milliseconds() {
    return seconds() * 1000;
  }
}
