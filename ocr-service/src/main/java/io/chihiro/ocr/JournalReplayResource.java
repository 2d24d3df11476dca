package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.door.ReplayCall;
import io.chihiro.door.ReplayOutcome;
import io.chihiro.events.ReplayRejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Looks again at files that were rejected, and puts back what was rejected from the journal's
/// topics.
@Path("/api/v1/journal/rejected/replay")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JournalReplayResource {
  private final ReplayRejected replay;
  private final Caller caller;

  public JournalReplayResource(ReplayRejected replay, Caller caller) {
    this.replay = replay;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public ReplayOutcome replay(ReplayCall wanted) {
    return new ReplayOutcome(replay.replay(caller.user(), wanted.named()));
  }
}
