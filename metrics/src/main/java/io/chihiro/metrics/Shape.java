package io.chihiro.metrics;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;

/// What kind of number a metric is.
///
/// @param bounds upper bounds of a histogram's buckets; empty for everything else
public record Shape(Type type, List<Duration> bounds) {
  /// As Prometheus calls it.
  public enum Type {
    COUNTER,
    GAUGE,
    HISTOGRAM
  }

  /// Only grows.
  static final Shape COUNTER = new Shape(Type.COUNTER, List.of());

  /// Is as it is.
  static final Shape GAUGE = new Shape(Type.GAUGE, List.of());

  private static final double NANOS = 1e9;

  /// A histogram of times.
  ///
  /// @param seconds upper bounds of its buckets
  static Shape times(double... seconds) {
    return new Shape(
        Type.HISTOGRAM,
        DoubleStream.of(seconds)
            .mapToObj(bound -> Duration.ofNanos(Math.round(bound * NANOS)))
            .toList());
  }
}
