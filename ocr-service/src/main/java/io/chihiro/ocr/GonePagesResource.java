package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Pages whose file is no longer there: the owner says what that means.
@Path("/api/v1/journal/gone")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GonePagesResource {
  private final Journal journal;
  private final Caller caller;

  public GonePagesResource(Journal journal, Caller caller) {
    this.journal = journal;
    this.caller = caller;
  }

  /// Pages that wait for a word.
  public record GoneList(List<PageView> pages) {}

  /// What the owner says: `keep` or `forget`.
  public record Decision(@Nullable String decision) {}

  @GET
  public GoneList list() {
    return new GoneList(
        journal.newestPages(caller.user()).stream()
            .filter(page -> page.state() == State.GONE)
            .map(PageView::of)
            .toList());
  }

  @PUT
  @Path("{page}")
  @Consumes(MediaType.APPLICATION_JSON)
  public void decide(@RestPath String page, Decision body) {
    PageScanned known =
        journal
            .page(caller.user(), page)
            .orElseThrow(() -> RefusedException.notFound("There is no page " + page + "."));
    if (known.state() != State.GONE && known.state() != State.KEPT) {
      throw RefusedException.conflict("The file of this page is still there.");
    }
    switch (Objects.requireNonNullElse(body.decision(), "")) {
      case "keep" -> journal.save(known.with(State.KEPT, known.attempts(), Optional.empty()));
      case "forget" -> forget(known);
      default -> throw RefusedException.wrongCall("The decision must be keep or forget.");
    }
  }

  // Entries first: killed between the two, the page still asks.
  private void forget(PageScanned page) {
    journal.forget(journal.entriesOf(page));
    journal.forget(page);
  }
}
