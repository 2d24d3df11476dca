package io.chihiro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import java.io.IOException;
import java.time.Duration;

/// Users whose days recommend-service is to hold in memory.
///
/// @param system in which that service runs
record HotUsers(LocalSystem system) {
  private static final int TRIES = 100;
  private static final Duration PAUSE = Duration.ofMillis(100);

  /// Lets somebody in and asks for them, so that their days are in memory.
  void ask(String user) throws IOException, InterruptedException {
    try (Api owner = Api.of(system, Service.RECOMMEND)) {
      JsonNode shown =
          owner.post("/api/v1/users", JsonNodeFactory.instance.objectNode().put("name", user));
      try (Api api = Api.of(system.address(Service.RECOMMEND), shown.path("token").asText())) {
        answered(api);
      }
    }
  }

  // The index may still be on its way.
  private static void answered(Api api) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      JsonNode answer =
          api.post(
              "/api/v1/recommendations",
              JsonNodeFactory.instance.objectNode().put("mood", "Tired and calm by the sea."));
      if (!answer.path("songs").isEmpty()) {
        return;
      }
      Thread.sleep(PAUSE);
    }
    throw new IllegalStateException("no answer has songs");
  }
}
