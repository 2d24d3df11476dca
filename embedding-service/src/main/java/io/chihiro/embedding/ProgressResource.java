package io.chihiro.embedding;

import io.chihiro.door.Progress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;

/// How much waits in this service.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private final RunEmbedding embedding;

  public ProgressResource(RunEmbedding embedding) {
    this.embedding = embedding;
  }

  /// Days without vectors. Those that are still to be embedded under a new version are counted
  /// apart: nobody waits for them, because answers come from the version before.
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
