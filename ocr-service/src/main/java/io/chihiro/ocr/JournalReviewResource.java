package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.EntryRead;
import io.chihiro.ocr.EngineErrors.Rate;
import io.chihiro.ocr.EntryPieces.Piece;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What waits for the owner, and what the owner does about it.
@Path("/api/v1/journal/review")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JournalReviewResource {
  private static final int SHOWN = 200;
  private static final int FEWEST_PIECES = 2;
  private static final int MOST_PIECES = 50;

  private final ReviewDesk desk;
  private final Journal journal;
  private final EngineChoices choices;
  private final EngineErrors errors;
  private final EntryChecks checks;
  private final Caller caller;

  public JournalReviewResource(
      ReviewDesk desk,
      Journal journal,
      EngineChoices choices,
      EngineErrors errors,
      EntryChecks checks,
      Caller caller) {
    this.desk = desk;
    this.journal = journal;
    this.choices = choices;
    this.errors = errors;
    this.checks = checks;
    this.caller = caller;
  }

  /// What an entry shall be from now on; what is absent stays.
  public record Confirmation(@Nullable String date, @Nullable String text) {}

  /// Where an entry is cut.
  public record Split(@Nullable List<PieceOfEntry> pieces) {}

  /// A piece; without a date it keeps the entry's, or waits for one.
  public record PieceOfEntry(@Nullable String date, @Nullable String text) {}

  /// Which entry another is joined to.
  public record Merge(@Nullable String into) {}

  /// A name for the vocabulary.
  public record Name(@Nullable String name) {}

  /// Entries as they are now.
  public record EntryList(List<EntryView> entries) {}

  /// How well engines read notebooks.
  public record ErrorRates(List<RateView> rates) {}

  /// How well an engine reads a notebook.
  ///
  /// @param characterErrorRate letters added, dropped or changed, over letters
  public record RateView(
      String engine, String notebook, int entries, long characters, double characterErrorRate) {}

  /// Names that engines got wrong twice.
  public record Names(List<String> offered) {}

  @GET
  public ReviewView list(@RestQuery boolean all) {
    List<ReviewList.Item> items = desk.items(caller.user());
    int waiting = (int) items.stream().filter(ReviewList.Item::isDoubtful).count();
    var words = DoubtfulWords.knowing(journal.entries(caller.user()), vocabulary());
    return new ReviewView(
        waiting,
        items.size() - waiting,
        desk.undoable(caller.user()),
        items.stream()
            .filter(item -> all || item.isDoubtful())
            .limit(SHOWN)
            .map(item -> ReviewView.item(item, words))
            .toList());
  }

  @POST
  @Path("{id}/confirm")
  @Consumes(MediaType.APPLICATION_JSON)
  public EntryView confirm(@RestPath String id, Confirmation body) {
    return EntryView.of(
        desk.confirm(
            caller.user(),
            id,
            checks.optionalDate("date", body.date()),
            checks.optionalText(body.text())));
  }

  @POST
  @Path("{id}/split")
  @Consumes(MediaType.APPLICATION_JSON)
  public EntryList split(@RestPath String id, Split body) {
    List<PieceOfEntry> given = Optional.ofNullable(body.pieces()).orElseGet(List::of);
    if (given.size() < FEWEST_PIECES || given.size() > MOST_PIECES) {
      throw RefusedException.wrongCall(
          "The field \"pieces\" must hold " + FEWEST_PIECES + " to " + MOST_PIECES + " pieces.");
    }
    return views(desk.split(caller.user(), id, given.stream().map(this::piece).toList()));
  }

  private Piece piece(PieceOfEntry given) {
    return new Piece(checks.optionalDate("date", given.date()), checks.text(given.text()));
  }

  @POST
  @Path("{id}/merge")
  @Consumes(MediaType.APPLICATION_JSON)
  public EntryView merge(@RestPath String id, Merge body) {
    String into = body.into();
    if (into == null) {
      throw RefusedException.wrongCall("The field \"into\" is missing.");
    }
    return EntryView.of(desk.merge(caller.user(), id, into));
  }

  @POST
  @Path("undo")
  public EntryList undo() {
    return views(desk.undo(caller.user()));
  }

  @GET
  @Path("engines")
  public ErrorRates engines() {
    return new ErrorRates(
        errors.of(journal.pages(caller.user()), journal.entries(caller.user())).stream()
            .map(JournalReviewResource::view)
            .toList());
  }

  @GET
  @Path("names")
  public Names names() {
    return new Names(NameOffers.of(journal.entries(caller.user()), vocabulary()));
  }

  @POST
  @Path("names")
  @Consumes(MediaType.APPLICATION_JSON)
  public Names take(Name body) {
    String name = body.name();
    if (name == null || name.isBlank()) {
      throw RefusedException.wrongCall("The field \"name\" is missing.");
    }
    addToVocabulary(name);
    return names();
  }

  private void addToVocabulary(String name) {
    try {
      var _ = choices.addWord(caller.user(), name);
    } catch (IllegalArgumentException e) {
      throw RefusedException.wrongCall(String.valueOf(e.getMessage()));
    }
  }

  private List<String> vocabulary() {
    return choices.vocabulary(caller.user()).words();
  }

  private static RateView view(Rate rate) {
    return new RateView(
        rate.engine(), rate.notebook(), rate.entries(), rate.characters(), rate.share());
  }

  private static EntryList views(List<EntryRead> entries) {
    return new EntryList(entries.stream().map(EntryView::of).toList());
  }
}
