package io.chihiro.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/// Where traces are sent.
@ConfigMapping(prefix = "chihiro")
public interface TracingSettings {
  /// A collector that takes OTLP over HTTP, such as `http://127.0.0.1:4318`; without one nothing is
  /// traced.
  Optional<URI> tracingEndpoint();

  /// What this service is called there.
  @WithDefault("${quarkus.application.name}")
  String tracingService();
}
