package io.chihiro.door;

import io.chihiro.tracing.Tracing;
import io.chihiro.tracing.otlp.OtlpTracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Chooses where traces go before a service reads or writes anything; without an endpoint not a
/// class of OpenTelemetry is loaded.
@ApplicationScoped
public class StartTracing {
  private static final int BEFORE_EVERYTHING = 1;
  private static final int AFTER_EVERYTHING = 10_000;

  private final TracingSettings settings;

  public StartTracing(TracingSettings settings) {
    this.settings = settings;
  }

  void start(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent event) {
    settings
        .tracingEndpoint()
        .ifPresent(
            collector -> Tracing.install(new OtlpTracer(collector, settings.tracingService())));
  }

  void stop(@Observes @Priority(AFTER_EVERYTHING) ShutdownEvent event) {
    Tracing.get().close();
  }
}
