package io.chihiro.tracing;

import java.util.Optional;

/// Notes the steps that one call or photo takes through the services. Thread-safe.
public interface Tracer extends AutoCloseable {
  /// Whether anything is noted.
  boolean on();

  /// Begins a step that nothing came before, or that is a part of this thread's.
  Span begin(String name);

  /// Begins a step that follows from another, perhaps in another service.
  ///
  /// @param traceparent what the other one said
  Span follow(String name, String traceparent);

  /// What a record or a call says that follows from this thread's step, if there is one.
  Optional<String> current();

  /// Sends what is still here.
  @Override
  void close();
}
