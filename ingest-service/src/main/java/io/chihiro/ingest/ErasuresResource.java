package io.chihiro.ingest;

import io.chihiro.door.Caller;
import io.chihiro.door.Forgetting;
import io.chihiro.door.Forgetting.Removed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;

/// Forgets what the front door asks it to.
@Path("/api/v1/erasures")
@RunOnVirtualThread
public class ErasuresResource {
  private final ErasePlays plays;
  private final ForgottenDays days;
  private final Caller caller;

  public ErasuresResource(ErasePlays plays, ForgottenDays days, Caller caller) {
    this.plays = plays;
    this.days = days;
    this.caller = caller;
  }

  /// Imports, connections to sources and lyrics.
  @POST
  @Path("/files")
  public Forgetting.Outcome eraseFiles(Forgetting.Wanted wanted) {
    caller.mustComeThroughFrontDoor();
    return new Forgetting.Outcome(plays.eraseFiles(caller.user(), wanted));
  }

  /// Plays, songs and days.
  @POST
  public Forgetting.Outcome erase(Forgetting.Wanted wanted) throws InterruptedException {
    caller.mustComeThroughFrontDoor();
    List<Removed> removed = new ArrayList<>(plays.erase(caller.user(), wanted));
    removed.addAll(days.await(caller.user(), wanted));
    return new Forgetting.Outcome(removed);
  }
}
