package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.door.Forgetting;
import io.chihiro.events.Erasure.Scope;
import io.chihiro.events.Erasure.Subject;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/// Forgets what the front door asks it to, and says before what that would be.
@Path("/api/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JournalErasuresResource {
  private final Journal journal;
  private final EraseJournal erase;
  private final Caller caller;

  public JournalErasuresResource(Journal journal, EraseJournal erase, Caller caller) {
    this.journal = journal;
    this.erase = erase;
    this.caller = caller;
  }

  /// What would go.
  @POST
  @Path("scope")
  @Consumes(MediaType.APPLICATION_JSON)
  public Scope scope(Subject subject) {
    caller.mustComeThroughFrontDoor();
    String user = caller.user();
    return new ErasureScope(journal.pages(user), journal.entries(user)).of(subject);
  }

  /// Lets it go.
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Forgetting.Outcome erase(Forgetting.Wanted wanted) throws IOException {
    caller.mustComeThroughFrontDoor();
    return new Forgetting.Outcome(erase.erase(caller.user(), wanted));
  }
}
