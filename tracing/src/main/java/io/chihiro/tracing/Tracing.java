package io.chihiro.tracing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The tracer of this process, chosen once, before anything is read or written.
///
/// One for the whole process, so that records, calls and steps need not hand it on.
public final class Tracing {
  /// The header of calls and records, as the W3C has it.
  public static final String HEADER = "traceparent";

  private static final Off NOTHING = new Off();
  private static final AtomicReference<Tracer> TRACER = new AtomicReference<>(NOTHING);

  private Tracing() {}

  /// Chooses it.
  public static void install(Tracer tracer) {
    TRACER.set(tracer);
  }

  /// The one that was chosen; nothing is traced before.
  public static Tracer get() {
    return TRACER.get();
  }

  /// A step that follows from another; none where nothing says which.
  public static Span follow(String name, Optional<String> traceparent) {
    return traceparent.map(before -> get().follow(name, before)).orElse(NOTHING);
  }
}
