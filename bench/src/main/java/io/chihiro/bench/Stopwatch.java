package io.chihiro.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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

  /// One of the processor time of this process, which no other process makes longer.
  static Stopwatch ofProcessor() {
    LongSupplier clock =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime;
    return new Stopwatch(clock.getAsLong(), clock);
  }

  double seconds() {
    return (clock.getAsLong() - begun) / NANOS_PER_SECOND;
  }

  double milliseconds() {
    return seconds() * 1000;
  }
}
