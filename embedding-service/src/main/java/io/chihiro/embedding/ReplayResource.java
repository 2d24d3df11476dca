package io.chihiro.embedding;

import io.chihiro.door.Caller;
import io.chihiro.door.Replay;
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
  public Replay.Outcome replay(Replay.Wanted wanted) {
    return new Replay.Outcome(embedding.replay().replay(caller.user(), wanted.named()));
  }
}
