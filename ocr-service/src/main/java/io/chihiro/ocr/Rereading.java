package io.chihiro.ocr;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Keys;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.TextDifference.Run;
import io.chihiro.ocr.engine.ChainReading;
import io.chihiro.ocr.engine.EngineChain;
import io.chihiro.ocr.engine.PageToRead;
import io.chihiro.ocr.engine.Reading;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lets another engine read a page and shows what would change; nothing changes before its owner
/// takes it. Thread-safe; what was not taken is forgotten when the service ends.
final class Rereading {
  private static final int KEPT = 30;

  private final Journal journal;
  private final PageFiles files;
  private final Function<String, EngineChain> engines;
  private final NotebookDates dates;
  private final ReviewDesk desk;
  private final LinkedHashMap<String, List<EntryRead>> readings = new LinkedHashMap<>();

  /// @param engines the chain of a user
  Rereading(
      Journal journal,
      PageFiles files,
      Function<String, EngineChain> engines,
      NotebookDates dates,
      ReviewDesk desk) {
    this.journal = journal;
    this.files = files;
    this.engines = engines;
    this.dates = dates;
    this.desk = desk;
  }

  /// Who can be asked.
  List<String> readers(String user) {
    return engines.apply(user).names();
  }

  /// What an engine would change about a page.
  List<Run> read(String user, String page, String engine) throws IOException, InterruptedException {
    PageScanned known = page(user, page);
    Reading.Text text = text(known, engine);
    List<EntryRead> fresh = PageEntries.of(known, engine, text, dates.hints(known));
    keep(key(known, engine), fresh);
    return TextDifference.of(whole(journal.entriesOf(known)), whole(fresh));
  }

  /// Puts what an engine read in the place of the page's entries.
  List<EntryRead> take(String user, String page, String engine) {
    PageScanned known = page(user, page);
    return desk.reread(known, kept(key(known, engine)));
  }

  private Reading.Text text(PageScanned page, String engine)
      throws IOException, InterruptedException {
    EngineChain alone =
        engines
            .apply(page.user())
            .only(engine)
            .orElseThrow(
                () -> RefusedException.wrongCall("There is no engine " + engine + " to ask."));
    ChainReading answer = asked(page, alone);
    if (answer.reading() instanceof Reading.Text text) {
      return text;
    }
    throw RefusedException.unusable(
        engine + " could not read the page. " + answer.attempts().getLast().reason().orElse(""));
  }

  private ChainReading asked(PageScanned page, EngineChain engine)
      throws IOException, InterruptedException {
    try (OpenPhoto photo = files.photo(page)) {
      if (!photo.isThere()) {
        throw RefusedException.notFound("The photo of this page has gone.");
      }
      return engine.read(
          new PageToRead(page.user(), page.page(), photo, () -> journal.isPrivate(page)));
    } catch (UnusablePhotoException e) {
      throw RefusedException.unusable(String.valueOf(e.getMessage()));
    }
  }

  private static String whole(List<EntryRead> entries) {
    return entries.stream()
        .filter(entry -> entry.status() != Status.DISCARDED)
        .map(EntryRead::text)
        .collect(Collectors.joining("\n"));
  }

  /// Forgets what was read of a user's pages and not taken.
  synchronized void forget(String user) {
    readings.keySet().removeIf(key -> Keys.user(key).equals(user));
  }

  private synchronized void keep(String key, List<EntryRead> entries) {
    readings.put(key, entries);
    if (readings.size() > KEPT) {
      var _ = readings.pollFirstEntry();
    }
  }

  private synchronized List<EntryRead> kept(String key) {
    return Optional.ofNullable(readings.get(key))
        .orElseThrow(
            () -> RefusedException.conflict("Let the engine read the page first, then take it."));
  }

  private static String key(PageScanned page, String engine) {
    return page.key() + " " + engine;
  }

  private PageScanned page(String user, String page) {
    return journal
        .page(user, page)
        .orElseThrow(() -> RefusedException.notFound("There is no page " + page + "."));
  }
}
