package io.chihiro.ocr;

import static java.util.Comparator.comparing;

import io.chihiro.door.Caller;
import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The journal as text: what was read, typed, corrected and thrown away.
@Path("/api/v1/journal/entries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JournalEntriesResource {
  private static final Comparator<EntryRead> IN_ORDER =
      comparing((EntryRead entry) -> entry.date().orElse(LocalDate.MAX))
          .thenComparing(entry -> entry.writtenAt().orElse(LocalDateTime.MAX))
          .thenComparing(EntryRead::entry);

  private final Journal journal;
  private final ReviewDesk desk;
  private final EntryChecks checks;
  private final Caller caller;

  public JournalEntriesResource(
      Journal journal, ReviewDesk desk, EntryChecks checks, Caller caller) {
    this.journal = journal;
    this.desk = desk;
    this.checks = checks;
    this.caller = caller;
  }

  /// An entry that the owner types.
  public record NewEntry(@Nullable String date, @Nullable String text) {}

  /// What the owner wants otherwise; what is absent stays.
  public record EntryChange(
      @Nullable String date, @Nullable String text, @Nullable String status) {}

  /// Entries in the order of their days; those that wait for a date come last.
  public record EntryList(List<EntryView> entries) {}

  @GET
  public EntryList list(
      @RestQuery @Nullable String from,
      @RestQuery @Nullable String to,
      @RestQuery @Nullable String status) {
    var wanted =
        new EntryFilter(
            checks.optionalDate("from", from),
            checks.optionalDate("to", to),
            EntryChecks.optionalStatus(status));
    return new EntryList(
        journal.entries(caller.user()).stream()
            .filter(wanted::takes)
            .sorted(IN_ORDER)
            .map(EntryView::of)
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public EntryView add(NewEntry body) {
    return EntryView.of(
        journal.addTyped(typed(checks.date(body.date()), checks.text(body.text()))));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public EntryView change(@RestPath String id, EntryChange body) {
    var correction =
        new Correction(
            checks.optionalDate("date", body.date()),
            checks.optionalText(body.text()),
            EntryChecks.optionalStatus(body.status()));
    return EntryView.of(desk.correct(caller.user(), id, correction));
  }

  @DELETE
  @Path("{id}")
  public void delete(@RestPath String id) {
    desk.throwAway(caller.user(), id);
  }

  private EntryRead typed(LocalDate date, String text) {
    return new EntryRead(
        caller.user(),
        EntryIds.ofText(Optional.of(date), text, 0),
        Optional.of(date),
        DateSource.OWNER,
        Confidence.FULL,
        text,
        OwnerHand.TYPED,
        Confidence.FULL,
        Status.CONFIRMED,
        Optional.empty(),
        Optional.empty());
  }
}
