package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.door.Progress;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// How much is left to do here.
@Path("/api/v1/progress")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProgressResource {
  private final Journal journal;
  private final ReviewDesk desk;
  private final SeenFiles seen;
  private final Caller caller;

  public ProgressResource(Journal journal, ReviewDesk desk, SeenFiles seen, Caller caller) {
    this.journal = journal;
    this.desk = desk;
    this.seen = seen;
    this.caller = caller;
  }

  /// Pages that are not read yet, and files that are still growing.
  @GET
  public Progress progress() {
    // Files first: a file that becomes a page meanwhile is counted twice, never not at all.
    long waiting = seen.waiting() + journal.waitingPages(caller.user()).size();
    return new Progress("ocr-service", waiting, "pages to read", counts());
  }

  private Map<String, Long> counts() {
    Collection<PageScanned> pages = journal.pages(caller.user());
    List<EntryRead> entries =
        journal.entries(caller.user()).stream()
            .filter(entry -> entry.status() != Status.DISCARDED)
            .toList();
    return Map.of(
        "pages",
        (long) pages.size(),
        "pagesFailed",
        pages.stream().filter(page -> page.state() == State.FAILED).count(),
        "entries",
        (long) entries.size(),
        "undatedEntries",
        entries.stream().filter(entry -> entry.date().isEmpty()).count(),
        "toReview",
        desk.items(caller.user()).stream().filter(ReviewList.Item::isDoubtful).count());
  }
}
