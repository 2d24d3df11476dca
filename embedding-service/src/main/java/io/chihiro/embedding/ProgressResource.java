package io.chihiro.embedding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;

/// How much waits in this service.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private final RunEmbedding embedding;

  public ProgressResource(RunEmbedding embedding) {
    this.embedding = embedding;
  }

  /// What waits.
  ///
  /// @param counts days that are still to be embedded under a new version: nobody waits for them,
  ///     because answers come from the version before
  /// @param problem a version that is wanted and cannot be used
  public record Progress(
      String service,
      long waiting,
      String what,
      Map<String, Long> counts,
      Optional<String> problem) {}

  @GET
  public Progress progress() throws InterruptedException {
    long left = embedding.left();
    return new Progress(
        "embedding-service",
        embedding.waiting(),
        "days to embed",
        left > 0 ? Map.of("daysToEmbedAgain", left) : Map.of(),
        embedding.problem());
  }
}
