package io.chihiro.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

/// Whether a process answers a call of the kind that it is there for.
///
/// @param system in which the processes run
record Answers(LocalSystem system) {
  private static final String SECOND = "-2";
  private static final Duration LOOK = Duration.ofMillis(50);

  /// Asks once.
  ///
  /// @param name of a process; that of a second copy ends in `-2`
  boolean of(String name) throws InterruptedException {
    for (Service service : Service.values()) {
      if (name.equals(service.title())) {
        return asked(service, system.address(service));
      }
      if (name.equals(service.title() + SECOND)) {
        return asked(service, system.address(service, 2));
      }
    }
    return system.answers(name);
  }

  /// Waits until all of these answer.
  void await(Stream<String> names) throws InterruptedException {
    for (String name : names.toList()) {
      while (!of(name)) {
        Thread.sleep(LOOK);
      }
    }
  }

  private boolean asked(Service service, URI address) throws InterruptedException {
    try (Api api = Api.of(address, system.token())) {
      var _ =
          switch (service) {
            case OCR -> api.get("/api/v1/journal/pages");
            case INGEST -> api.get("/api/v1/plays?from=2023-01-01");
            case EMBEDDING -> api.get("/api/v1/progress");
            case TRAINING -> api.get("/api/v1/models");
            case RECOMMEND ->
                api.post(
                    "/api/v1/recommendations",
                    JsonNodeFactory.instance.objectNode().put("mood", "Is anybody there?"));
          };
      return true;
    } catch (IOException | IllegalStateException _) {
      return false;
    }
  }
}
