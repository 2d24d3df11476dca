package io.chihiro.tracing.otlp;

import io.chihiro.tracing.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A span of OpenTelemetry. One thread uses it, or one after another.
final class OtlpSpan implements Span {
  private static final ThreadLocal<@Nullable OtlpSpan> OF_THIS_THREAD = new ThreadLocal<>();

  private final io.opentelemetry.api.trace.Span span;
  private @Nullable OtlpSpan around;

  OtlpSpan(io.opentelemetry.api.trace.Span span) {
    this.span = span;
  }

  /// The step of this thread, where there is one.
  static Optional<OtlpSpan> ofThisThread() {
    return Optional.ofNullable(OF_THIS_THREAD.get());
  }

  /// What a part of it begins with.
  Context context() {
    return Context.root().with(span);
  }

  @Override
  public void count(String what, long many) {
    span.setAttribute(what, many);
  }

  @Override
  public void failed() {
    span.setStatus(StatusCode.ERROR);
  }

  @Override
  public Optional<String> traceparent() {
    return OtlpTracer.traceparent(context());
  }

  @Override
  public Span onThisThread() {
    around = OF_THIS_THREAD.get();
    OF_THIS_THREAD.set(this);
    return this;
  }

  @Override
  public void close() {
    // Closed on another thread, it is that of a call which has ended, and its thread with it.
    if (ofThisThread().filter(this::equals).isPresent()) {
      OF_THIS_THREAD.set(around);
    }
    span.end();
  }
}
