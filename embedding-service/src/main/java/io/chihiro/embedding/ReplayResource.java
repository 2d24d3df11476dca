package io.chihiro.embedding;

import io.chihiro.door.Caller;
import io.chihiro.door.ReplayCall;
import io.chihiro.door.ReplayOutcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/// Puts back what was rejected from [Topics#VECTORS], which this service writes.
@Path("/api/v1/vectors/rejected/replay")
@RunOnVirtualThread
public class ReplayResource {
  private final RunEmbedding embedding;
  private final Caller caller;

  public ReplayResource(RunEmbedding embedding, Caller caller) {
    this.embedding = embedding;
    this.caller = caller;
  }

  @POST
  public ReplayOutcome replay(ReplayCall wanted) {
    return new ReplayOutcome(embedding.replay().replay(caller.user(), wanted.named()));
  }
}
