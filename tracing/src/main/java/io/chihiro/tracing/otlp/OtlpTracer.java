package io.chihiro.tracing.otlp;

import io.chihiro.tracing.Span;
import io.chihiro.tracing.Tracer;
import io.chihiro.tracing.Tracing;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends spans to a collector by OTLP over HTTP, a few times a second, on a thread of its own.
/// While the collector is away, spans are dropped and nothing waits.
public final class OtlpTracer implements Tracer {
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Getter GETTER = new Getter();

  private final SdkTracerProvider provider;
  private final io.opentelemetry.api.trace.Tracer tracer;

  /// A map's only header.
  private static final class Getter implements TextMapGetter<Map<String, String>> {
    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> headers, String name) {
      return headers == null ? null : headers.get(name);
    }
  }

  /// A tracer for one service.
  ///
  /// @param collector such as `http://127.0.0.1:4318`
  public OtlpTracer(URI collector, String service) {
    String endpoint = collector.toString().replaceFirst("/*$", "") + "/v1/traces";
    var exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(endpoint).setTimeout(PATIENCE).build();
    provider =
        SdkTracerProvider.builder()
            .setResource(Resource.create(Attributes.builder().put("service.name", service).build()))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).setScheduleDelay(EVERY).build())
            .build();
    tracer = provider.get("io.chihiro");
  }

  @Override
  public boolean on() {
    return true;
  }

  @Override
  public Span begin(String name) {
    Context around = OtlpSpan.ofThisThread().map(OtlpSpan::context).orElse(Context.root());
    return new OtlpSpan(tracer.spanBuilder(name).setParent(around).startSpan());
  }

  @Override
  public Span follow(String name, String traceparent) {
    Context before =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), Map.of(Tracing.HEADER, traceparent), GETTER);
    return new OtlpSpan(tracer.spanBuilder(name).setParent(before).startSpan());
  }

  @Override
  public Optional<String> current() {
    return OtlpSpan.ofThisThread().flatMap(OtlpSpan::traceparent);
  }

  /// Empty where there is no step.
  static Optional<String> traceparent(Context context) {
    Map<String, String> headers = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(context, headers, OtlpTracer::put);
    return Optional.ofNullable(headers.get(Tracing.HEADER));
  }

  private static void put(@Nullable Map<String, String> headers, String name, String value) {
    if (headers != null) {
      headers.put(name, value);
    }
  }

  @Override
  public void close() {
    var _ = provider.shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }
}
