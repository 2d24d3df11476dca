package io.chihiro.embedding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/// How much waits in this service.
@Path("/api/v1/progress")
@RunOnVirtualThread
public class ProgressResource {
  private final RunEmbedding embedding;

  public ProgressResource(RunEmbedding embedding) {
    this.embedding = embedding;
  }

  /// What waits.
  public record Progress(String service, long waiting, String what) {}

  @GET
  public Progress progress() throws InterruptedException {
    return new Progress("embedding-service", embedding.waiting(), "days to embed");
  }
}
