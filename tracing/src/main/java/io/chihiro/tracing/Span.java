package io.chihiro.tracing;

import java.util.Optional;

/// One step of a trace, from its making until it is closed. It is told topics and counts, never a
/// key or a text.
public interface Span extends AutoCloseable {
  /// Says how many of something there were.
  void count(String what, long many);

  /// Says that the step did not come to its end.
  void failed();

  /// How a record or a call that follows from this step says so; empty while nothing is traced.
  Optional<String> traceparent();

  /// Makes it the step of this thread until it is closed: what begins meanwhile is a part of it.
  Span onThisThread();

  @Override
  void close();
}
