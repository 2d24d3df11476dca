package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Rejected;
import io.chihiro.ocr.FileContent.Digital;
import io.chihiro.ocr.FileContent.Note;
import io.chihiro.ocr.FileContent.Photo;
import io.chihiro.ocr.FileContent.Scan;
import io.chihiro.ocr.FileContent.Unusable;
import io.chihiro.ocr.bucket.Bucket;
import io.chihiro.ocr.bucket.FileSight;
import io.chihiro.ocr.bucket.Lent;
import io.chihiro.ocr.digital.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes pages and entries of the files in the bucket. Thread-safe.
///
/// Taking the same file in again, or after being killed at any point, ends in the same pages and
/// entries: their ids come from what the files hold and how they are called.
final class Intake {
  /// A page and the entries that came with it; a photo has none before it is read.
  record Taken(PageScanned page, List<EntryRead> entries) {}

  private final Journal journal;
  private final Bucket bucket;
  private final FileExamination examination;
  private final PageQueue queue;
  private final OcrMetrics metrics;

  Intake(
      Journal journal,
      Bucket bucket,
      FileExamination examination,
      PageQueue queue,
      OcrMetrics metrics) {
    this.journal = journal;
    this.bucket = bucket;
    this.examination = examination;
    this.queue = queue;
    this.metrics = metrics;
  }

  /// Takes in a file that lies in the bucket.
  ///
  /// @throws IOException if it cannot be looked into just now
  Taken take(String user, String place) throws IOException {
    try (Lent lent = bucket.lend(place)) {
      return take(user, place, lent.file(), examination.of(lent.file(), Pages.name(place)));
    }
  }

  /// Takes in a file once more. A page of it that failed begins anew, but only if the file can be
  /// looked into: otherwise nothing would tell of it any more.
  ///
  /// @throws IOException if it cannot be looked into just now
  Taken takeAgain(String user, String place, Optional<PageScanned> failed) throws IOException {
    try (Lent lent = bucket.lend(place)) {
      FileContent content = examination.of(lent.file(), Pages.name(place));
      failed.ifPresent(journal::forget);
      return take(user, place, lent.file(), content);
    }
  }

  /// Takes in a file that lies in the bucket and whose content is known already.
  Taken take(String user, String place, FileContent content) throws IOException {
    try (Lent lent = bucket.lend(place)) {
      return take(user, place, lent.file(), content);
    }
  }

  private Taken take(String user, String place, Path copy, FileContent content) throws IOException {
    FileSight file = bucket.sight(place);
    if (content instanceof Scan(int pages)) {
      return scan(user, file, Digests.of(copy), pages);
    }
    String page = pageId(copy, Pages.name(place), content);
    Optional<PageScanned> known = journal.remembered(user, page);
    Optional<PageScanned> before =
        journal.pageAt(user, place).filter(older -> !older.page().equals(page));
    Taken taken =
        known.isPresent()
            ? takenBefore(known.get(), file)
            : firstTaken(Pages.waiting(user, page, file, Pages.UNKNOWN), copy, content, before);
    before.filter(Intake::isReplaceable).ifPresent(journal::forget);
    return taken;
  }

  /// Every page of a scan is a page of its own; the first stands for all.
  private Taken scan(String user, FileSight file, String digest, int pages) {
    List<PageScanned> all = new ArrayList<>();
    for (int number = 1; number <= pages; number++) {
      var place = new FileSight(Pages.ofScan(file.place(), number), file.bytes(), file.modified());
      String id = Digests.ofScan(digest, number);
      Optional<PageScanned> known = journal.remembered(user, id);
      all.add(
          known.isPresent()
              ? takenBefore(known.get(), place).page()
              : photo(Pages.waiting(user, id, place, Pages.PDF)).page());
    }
    return new Taken(all.getFirst(), List.of());
  }

  /// What became of this very file when it came in before, if it still lies in the bucket.
  Optional<Taken> takenBefore(String user, Path file, String name, FileContent content)
      throws IOException {
    return journal
        .page(user, pageId(file, name, content))
        .filter(page -> bucket.holds(Pages.file(page), page.bytes()))
        .map(page -> new Taken(page, journal.entriesOf(page)));
  }

  /// Whoever sends again what they had wanted forgotten wants it back.
  void welcomeBack(String user, Path file, String name, FileContent content) throws IOException {
    int pages = content instanceof Scan(int several) ? several : 1;
    for (int number = 1; number <= pages; number++) {
      String id =
          content instanceof Scan
              ? Digests.ofScan(Digests.of(file), number)
              : pageId(file, name, content);
      journal
          .remembered(user, id)
          .filter(page -> page.state() == State.FORGOTTEN)
          .ifPresent(journal::forget);
    }
  }

  private Taken takenBefore(PageScanned known, FileSight file) {
    boolean there = isStillThere(known, file);
    if (there && !isGone(known)) {
      return new Taken(known, journal.entriesOf(known));
    }
    PageScanned here = there ? known : Pages.moved(known, file.place());
    PageScanned back = isGone(here) ? read(here) : here;
    journal.save(back);
    if (Pages.isPrivate(back)) {
      hide(back);
    }
    return new Taken(back, journal.entriesOf(back));
  }

  /// A photo that was moved into a private folder takes along what was read from it.
  private void hide(PageScanned page) {
    journal.change(
        journal.entriesOf(page).stream()
            .filter(entry -> entry.status().indexed())
            .map(entry -> entry.with(Status.PRIVATE))
            .toList(),
        List.of());
  }

  private static boolean isGone(PageScanned page) {
    return page.state() == State.GONE || page.state() == State.KEPT;
  }

  private static PageScanned read(PageScanned page) {
    return page.with(State.READ, page.attempts(), Optional.empty());
  }

  private boolean isStillThere(PageScanned known, FileSight file) {
    if (known.place().equals(file.place())) {
      // Else the place held something else meanwhile.
      return journal.pageAt(known.user(), known.place()).equals(Optional.of(known));
    }
    return bucket.holds(Pages.file(known), known.bytes());
  }

  private Taken firstTaken(
      PageScanned page, Path copy, FileContent content, Optional<PageScanned> before)
      throws IOException {
    return switch (content) {
      case Photo(var format) -> photo(Pages.of(page, format.name().toLowerCase(Locale.ROOT)));
      case Note(var note) -> note(Pages.of(page, Pages.TEXT), note, before);
      case Digital(var format) -> rows(Pages.of(page, format), copy, before);
      case Unusable(var problem) -> unusable(page, problem);
      case Scan _ -> throw new IllegalStateException("a scan has many pages");
    };
  }

  /// What a file is known by: for a photo its content, so that the same photo twice is one page;
  /// for a day's text its name as well, because two days may have been equally uneventful.
  private String pageId(Path file, String name, FileContent content) throws IOException {
    return switch (content) {
      case Note _ -> Digests.of(name, Digests.of(file));
      case Photo _, Digital _ -> Digests.of(file);
      case Scan _ -> Digests.ofScan(Digests.of(file), 1);
      case Unusable _ -> unusableId(file, name);
    };
  }

  private String unusableId(Path file, String name) throws IOException {
    long bytes = Files.size(file);
    return examination.isTooLarge(bytes)
        ? Digests.of("not looked into", name, String.valueOf(bytes))
        : Digests.of(file);
  }

  private Taken photo(PageScanned page) {
    PageScanned kept = journal.register(page);
    queue.add(kept);
    return new Taken(kept, List.of());
  }

  private Taken note(PageScanned page, TextNote note, Optional<PageScanned> before) {
    EntryRead entry = entry(page, noteId(page, before), note);
    List<EntryRead> kept = journal.take(List.of(entry));
    before.ifPresent(this::withdraw);
    return read(page, kept);
  }

  /// The entry that this file, or the version of it before, has already made.
  private String noteId(PageScanned page, Optional<PageScanned> before) {
    List<EntryRead> present = new ArrayList<>(journal.entriesOf(page));
    before.ifPresent(older -> present.addAll(journal.entriesOf(older)));
    return present.stream()
        .map(EntryRead::entry)
        .filter(EntryIds::isOfFile)
        .findFirst()
        .orElseGet(() -> EntryIds.ofFile(page.place()));
  }

  private Taken rows(PageScanned page, Path copy, Optional<PageScanned> before) throws IOException {
    var arriving = new ArrivingRows(page, journal);
    JournalFile.Outcome outcome = examination.journal(copy, Pages.name(page)).read(arriving);
    List<EntryRead> _ = arriving.keep();
    before.ifPresent(this::withdraw);
    PageScanned read = page.with(State.READ, List.of(), outcome.problem()).with(outcome.account());
    journal.save(read);
    return new Taken(read, journal.entriesOf(read));
  }

  /// What an older version of a text told and the newer one does not, unless its owner has taken it
  /// in hand. An archive may be another year's under the same name: its entries stay.
  private void withdraw(PageScanned older) {
    if (older.format().equals(Pages.TEXT)) {
      journal.forget(journal.entriesOf(older).stream().filter(OwnerHand::isUntouched).toList());
    }
  }

  private Taken read(PageScanned page, List<EntryRead> entries) {
    PageScanned read = page.with(State.READ, List.of(), Optional.empty());
    journal.save(read);
    return new Taken(read, entries);
  }

  private Taken unusable(PageScanned page, String problem) {
    journal.reject(page.user(), Rejected.file(page.place(), problem));
    metrics.fileRejected();
    PageScanned failed = page.with(State.FAILED, List.of(), Optional.of(problem));
    journal.save(failed);
    return new Taken(failed, List.of());
  }

  private static EntryRead entry(PageScanned page, String id, TextNote note) {
    return new EntryRead(
        page.user(),
        id,
        note.date(),
        note.dateSource(),
        note.dateConfidence(),
        note.text(),
        OwnerHand.FILE,
        Confidence.FULL,
        Pages.status(page, Status.CONFIRMED),
        Optional.of(page.page()),
        Optional.empty());
  }

  /// Whether a newer content at the same place makes this page meaningless. A photo that was read
  /// stays: scanners use a name again, and its entry still tells of it.
  private static boolean isReplaceable(PageScanned page) {
    return page.state() != State.READ || page.format().equals(Pages.TEXT);
  }
}
