package io.chihiro.ocr;

import io.chihiro.events.EntryRead;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.Attempt;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Rejected;
import io.chihiro.ocr.engine.ChainReading;
import io.chihiro.ocr.engine.EngineChain;
import io.chihiro.ocr.engine.PageToRead;
import io.chihiro.ocr.engine.Reading;
import io.chihiro.ocr.photo.UnusablePhotoException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads one waiting page: photo, engines, date, entry. Thread-safe.
///
/// The entry is safe before the page says it is read; killed between the two, the page is read
/// again and makes the same entry under the same id.
final class PageReading {
  private final Journal journal;
  private final PageFiles files;
  private final Function<String, EngineChain> engines;
  private final NotebookDates dates;
  private final OcrMetrics metrics;
  private final InstantSource clock;

  /// @param engines the chain of a user
  PageReading(
      Journal journal,
      PageFiles files,
      Function<String, EngineChain> engines,
      NotebookDates dates,
      OcrMetrics metrics,
      InstantSource clock) {
    this.journal = journal;
    this.files = files;
    this.engines = engines;
    this.dates = dates;
    this.metrics = metrics;
    this.clock = clock;
  }

  /// Reads a page as it was when it was queued, unless that has been done since.
  void read(PageScanned queued) throws IOException, InterruptedException {
    Optional<PageScanned> page =
        journal.page(queued.user(), queued.page()).filter(now -> now.state() == State.WAITING);
    if (page.isPresent()) {
      readWaiting(page.get());
    }
  }

  private void readWaiting(PageScanned page) throws IOException, InterruptedException {
    Instant begin = clock.instant();
    try (OpenPhoto photo = files.photo(page)) {
      if (!photo.isThere()) {
        // Moved, replaced or deleted: whoever watches the folder sees what is there instead.
        journal.forget(page);
        dates.settleAfter(page);
        return;
      }
      ask(page, photo, begin);
    } catch (UnusablePhotoException e) {
      fail(page, List.of(), String.valueOf(e.getMessage()));
    }
  }

  private void ask(PageScanned page, OpenPhoto photo, Instant begin)
      throws IOException, UnusablePhotoException, InterruptedException {
    PageScanned seen = photo.look(picture -> Pages.captured(page, picture));
    ChainReading answer =
        engines
            .apply(page.user())
            .read(new PageToRead(page.user(), page.page(), photo, () -> journal.isPrivate(page)));
    answer.attempts().forEach(metrics::attempt);
    switch (answer.reading()) {
      case Reading.Text text -> keep(seen, text, answer.attempts(), begin);
      case Reading.Refused _, Reading.TimedOut _, Reading.Failed _, Reading.NotAsked _ ->
          fail(seen, answer.attempts(), problem(seen, answer.attempts()));
    }
  }

  private void keep(PageScanned page, Reading.Text text, List<Attempt> attempts, Instant begin) {
    String engine = attempts.getLast().engine();
    List<EntryRead> entries =
        journal.takePage(page, PageEntries.of(page, engine, text, dates.hints(page)));
    journal.finish(page.with(State.READ, attempts, Optional.empty()));
    boolean isDated = entries.stream().allMatch(entry -> entry.date().isPresent());
    metrics.read(engine, isDated ? "dated" : "undated", Duration.between(begin, clock.instant()));
    dates.settleAfter(page);
  }

  private static String problem(PageScanned page, List<Attempt> attempts) {
    String reasons =
        attempts.stream()
            .map(attempt -> attempt.engine() + ": " + attempt.reason().orElse(attempt.outcome()))
            .collect(Collectors.joining(" "));
    return Pages.name(page) + " could not be read. " + reasons;
  }

  /// Says that a page cannot be read, and why.
  void fail(PageScanned page, List<Attempt> attempts, String problem) {
    journal.reject(page.user(), Rejected.file(page.place(), problem));
    journal.finish(page.with(State.FAILED, attempts, Optional.of(problem)));
    metrics.fileRejected();
    metrics.pageFailed();
    dates.settleAfter(page);
  }
}
