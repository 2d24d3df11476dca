package io.chihiro.embedding;

import io.chihiro.door.Caller;
import io.chihiro.door.Forgetting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/// Confirms to the front door that no vector is left of what was forgotten.
@Path("/api/v1/erasures")
@RunOnVirtualThread
public class ErasuresResource {
  private final ForgottenVectors vectors;
  private final Caller caller;

  public ErasuresResource(ForgottenVectors vectors, Caller caller) {
    this.vectors = vectors;
    this.caller = caller;
  }

  @POST
  public Forgetting.Outcome erase(Forgetting.Wanted wanted) throws InterruptedException {
    caller.mustComeThroughFrontDoor();
    return new Forgetting.Outcome(vectors.await(caller.user(), wanted));
  }
}
