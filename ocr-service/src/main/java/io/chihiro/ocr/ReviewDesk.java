package io.chihiro.ocr;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.EntryPieces.Piece;
import io.chihiro.ocr.UndoLog.Change;
import io.chihiro.ocr.UndoLog.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the owner does to entries: every step is written at once and can be taken back.
/// Thread-safe.
final class ReviewDesk {
  private final Journal journal;
  private final NotebookDates dates;
  private final UndoLog undo = new UndoLog();

  // Progress is asked for every second; the list changes only with the journal.
  private final Map<String, Listed> lists = new ConcurrentHashMap<>();

  ReviewDesk(Journal journal, NotebookDates dates) {
    this.journal = journal;
    this.dates = dates;
  }

  private record Listed(long version, List<ReviewList.Item> items) {}

  /// What waits for the owner, doubtful or merely not looked at.
  List<ReviewList.Item> items(String user) {
    long now = journal.version();
    return lists
        .compute(
            user, (_, known) -> known != null && known.version() == now ? known : list(user, now))
        .items();
  }

  private Listed list(String user, long now) {
    return new Listed(
        now, ReviewList.of(journal.pages(user), journal.entries(user), dates.known(user)));
  }

  /// What [#undo] would take back.
  Optional<String> undoable(String user) {
    return undo.last(user).map(Step::what);
  }

  /// Forgets a user's steps, and what was listed for them.
  synchronized void forget(String user) {
    undo.forget(user);
    lists.remove(user);
  }

  /// Corrects an entry.
  synchronized EntryRead correct(String user, String id, Correction correction) {
    EntryRead before = entry(user, id);
    EntryRead after = correction.of(before);
    take(user, new Step(word(correction), List.of(changed(before, after))));
    return after;
  }

  /// The owner vouches for an entry as it now is, its date among it; a private one stays private.
  synchronized EntryRead confirm(
      String user, String id, Optional<LocalDate> date, Optional<String> text) {
    EntryRead before = entry(user, id);
    if (UnreadPages.isBlank(before) && text.isEmpty()) {
      throw RefusedException.wrongCall("Nothing is written there yet: write it, or discard it.");
    }
    Optional<LocalDate> day = date.or(before::date);
    if (day.isEmpty()) {
      throw RefusedException.wrongCall("The entry has no date yet: give it one, or discard it.");
    }
    Status status = before.status() == Status.PRIVATE ? Status.PRIVATE : Status.CONFIRMED;
    EntryRead after = new Correction(day, text, Optional.of(status)).of(before);
    take(user, new Step("confirm", List.of(changed(before, after))));
    return after;
  }

  /// Removes an entry. What came from a page or file is kept as discarded, so that reading it
  /// again does not bring it back.
  synchronized void throwAway(String user, String id) {
    EntryRead before = entry(user, id);
    Optional<EntryRead> after = before.page().map(_ -> before.with(Status.DISCARDED));
    take(user, new Step("discard", List.of(new Change(stored(before), after))));
  }

  /// Makes several entries of one; the first keeps its id.
  ///
  /// @param pieces at least two
  synchronized List<EntryRead> split(String user, String id, List<Piece> pieces) {
    EntryRead whole = entry(user, id);
    List<Change> changes = new ArrayList<>();
    changes.add(changed(whole, EntryPieces.cut(whole, pieces.getFirst())));
    int number = 1;
    for (Piece piece : pieces.subList(1, pieces.size())) {
      number = nextFree(user, id, number + 1);
      EntryRead made = piece(whole, EntryIds.ofPiece(id, number), piece);
      changes.add(new Change(journal.entry(user, made.entry()), Optional.of(made)));
    }
    // The pieces before the cut: whatever happens in between, no word is lost.
    take(user, new Step("split", changes.reversed()));
    return after(changes);
  }

  // A piece that was undone or thrown away leaves its place to the next.
  private int nextFree(String user, String id, int from) {
    int number = from;
    while (isTaken(user, EntryIds.ofPiece(id, number))) {
      number++;
    }
    return number;
  }

  private boolean isTaken(String user, String id) {
    return journal
        .entry(user, id)
        .filter(present -> present.status() != Status.DISCARDED)
        .isPresent();
  }

  private EntryRead piece(EntryRead whole, String id, Piece piece) {
    DateHints known = dates.known(whole.user()).hints(whole);
    return EntryPieces.cut(
        PageEntries.dated(whole.under(id), EntryDate.find(piece.text(), known)), piece);
  }

  /// Joins an entry to another, whose date and id stay; the joined one is thrown away.
  synchronized EntryRead merge(String user, String id, String into) {
    EntryRead later = entry(user, id);
    EntryRead earlier = entry(user, into);
    if (id.equals(into)) {
      throw RefusedException.wrongCall("An entry cannot be joined to itself.");
    }
    EntryRead joined = EntryPieces.joined(earlier, later);
    List<Change> changes =
        List.of(changed(earlier, joined), changed(later, later.with(Status.DISCARDED)));
    take(user, new Step("merge", changes));
    return joined;
  }

  /// Puts another reading in the place of a page's entries; the owner's dates and privacy stay
  /// where the page is divided as before.
  synchronized List<EntryRead> reread(PageScanned page, List<EntryRead> fresh) {
    List<EntryRead> present =
        journal.everythingOf(page).stream()
            .filter(entry -> EntryIds.isPartOfPage(entry.entry()))
            .toList();
    Map<String, EntryRead> byId =
        present.stream().collect(Collectors.toMap(EntryRead::entry, Function.identity()));
    List<Change> changes = new ArrayList<>();
    for (EntryRead read : fresh) {
      Optional<EntryRead> before = Optional.ofNullable(byId.remove(read.entry()));
      boolean isSame = present.size() == fresh.size();
      EntryRead after =
          before
              .filter(_ -> isSame)
              .map(old -> OwnerHand.withOwnersChoices(old, read))
              .orElse(read);
      if (before.filter(old -> !old.stillThere()).isEmpty()) {
        changes.add(new Change(before, Optional.of(after)));
      }
    }
    byId.values().stream()
        .filter(EntryRead::stillThere)
        .forEach(gone -> changes.add(new Change(Optional.of(gone), Optional.empty())));
    take(page.user(), new Step("re-read", changes));
    return after(changes);
  }

  /// Takes the last step back; answers with the entries as they are again.
  synchronized List<EntryRead> undo(String user) {
    Step step =
        undo.last(user)
            .orElseThrow(() -> RefusedException.conflict("There is nothing to take back."));
    for (Change change : step.changes()) {
      requireAsLeft(user, change);
    }
    undo.drop(user, step);
    write(step.changes().stream().map(one -> new Change(one.after(), one.before())).toList());
    dates.settle(user);
    return step.changes().stream().flatMap(change -> change.before().stream()).toList();
  }

  private void requireAsLeft(String user, Change change) {
    Optional<EntryRead> now = journal.entry(user, change.entry());
    boolean isAsLeft =
        now.map(EntryRead::text).equals(change.after().map(EntryRead::text))
            && now.map(EntryRead::status).equals(change.after().map(EntryRead::status));
    if (!isAsLeft) {
      throw RefusedException.conflict(
          "This step cannot be taken back: the entry has changed since.");
    }
  }

  private void take(String user, Step step) {
    write(step.changes());
    after(step.changes()).forEach(this::settle);
    undo.add(user, step);
    dates.settle(user);
  }

  // What became of a page is known now, whoever it was that read it.
  private void settle(EntryRead entry) {
    entry
        .page()
        .flatMap(page -> journal.page(entry.user(), page))
        .filter(page -> page.state() == State.FAILED)
        .map(page -> page.with(State.READ, page.attempts(), Optional.empty()))
        .ifPresent(journal::save);
  }

  private void write(List<Change> changes) {
    journal.change(
        after(changes),
        changes.stream()
            .filter(change -> change.after().isEmpty())
            .flatMap(change -> change.before().stream())
            .toList());
  }

  private EntryRead entry(String user, String id) {
    return journal
        .entry(user, id)
        .or(() -> blank(user, id))
        .orElseThrow(() -> RefusedException.notFound("There is no entry " + id + "."));
  }

  private Optional<EntryRead> blank(String user, String id) {
    return UnreadPages.blanks(journal.pages(user), journal.entries(user)).stream()
        .filter(blank -> blank.entry().equals(id))
        .findFirst();
  }

  private Change changed(EntryRead before, EntryRead after) {
    return new Change(stored(before), Optional.of(after));
  }

  // The empty entry of a page that nobody could read was never in the journal.
  private Optional<EntryRead> stored(EntryRead entry) {
    return journal.entry(entry.user(), entry.entry());
  }

  private static List<EntryRead> after(List<Change> changes) {
    return changes.stream().flatMap(change -> change.after().stream()).toList();
  }

  private static String word(Correction correction) {
    return correction
        .status()
        .map(
            status ->
                switch (status) {
                  case PRIVATE -> "private";
                  case DISCARDED -> "discard";
                  case CONFIRMED -> "confirm";
                  case DRAFT -> "reopen";
                  case FORGOTTEN -> "forget";
                })
        .orElse("correct");
  }
}
