package io.chihiro.training;

import io.chihiro.door.Caller;
import io.chihiro.door.Forgetting;
import io.chihiro.door.Forgetting.Removed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;

/// Forgets what models learned, when the front door asks for it.
@Path("/api/v1/erasures")
@RunOnVirtualThread
public class ErasuresResource {
  private final ForgetVersions versions;
  private final KeepToAgreements agreements;
  private final Caller caller;

  public ErasuresResource(ForgetVersions versions, KeepToAgreements agreements, Caller caller) {
    this.versions = versions;
    this.agreements = agreements;
    this.caller = caller;
  }

  @POST
  public Forgetting.Outcome erase(Forgetting.Wanted wanted)
      throws InterruptedException, IOException {
    caller.mustComeThroughFrontDoor();
    return new Forgetting.Outcome(versions.erase(caller.user(), wanted));
  }

  /// Forgets what was learned from whoever has withdrawn, when the front door asks for it.
  @POST
  @Path("/tastes")
  public Forgetting.Outcome tastes() throws InterruptedException, IOException {
    caller.mustComeThroughFrontDoor();
    return new Forgetting.Outcome(List.of(new Removed("versions of models", agreements.keep())));
  }
}
