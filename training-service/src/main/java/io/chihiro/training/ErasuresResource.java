package io.chihiro.training;

import io.chihiro.door.Caller;
import io.chihiro.door.Forgetting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;

/// Forgets what models learned, when the front door asks for it.
@Path("/api/v1/erasures")
@RunOnVirtualThread
public class ErasuresResource {
  private final ForgetVersions versions;
  private final Caller caller;

  public ErasuresResource(ForgetVersions versions, Caller caller) {
    this.versions = versions;
    this.caller = caller;
  }

  @POST
  public Forgetting.Outcome erase(Forgetting.Wanted wanted)
      throws InterruptedException, IOException {
    caller.mustComeThroughFrontDoor();
    return new Forgetting.Outcome(versions.erase(caller.user(), wanted));
  }
}
