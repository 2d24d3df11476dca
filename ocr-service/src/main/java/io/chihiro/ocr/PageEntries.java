package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.ocr.DateFinding.Proposed;
import io.chihiro.ocr.DateFinding.Unknown;
import io.chihiro.ocr.DateFinding.Written;
import io.chihiro.ocr.engine.Reading;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the entries of a page that an engine has read, each dated by itself alone. Pure.
final class PageEntries {
  private static final Confidence AS_THE_ENGINE_SAYS = new Confidence(0.55);

  private PageEntries() {}

  /// The entries of a page in their order, at least one.
  ///
  /// @param engine who read it
  static List<EntryRead> of(PageScanned page, String engine, Reading.Text read, DateHints hints) {
    List<String> texts = PageParts.of(read.text());
    List<EntryRead> entries = new ArrayList<>();
    for (String text : texts) {
      EntryRead entry = entry(page, entries.size() + 1, engine, text, read.confidence(), hints);
      boolean isOneToOne = read.dates().size() == texts.size();
      entries.add(
          isOneToOne ? orAsTheEngineSays(entry, read.dates().get(entries.size()), hints) : entry);
    }
    return List.copyOf(entries);
  }

  // Rules come first: they say the same of the same text, and how sure they are.
  private static EntryRead orAsTheEngineSays(EntryRead entry, LocalDate date, DateHints hints) {
    if (entry.date().isPresent() || date.isAfter(hints.latest())) {
      return entry;
    }
    return entry.dated(Optional.of(date), DateSource.ENGINE, AS_THE_ENGINE_SAYS);
  }

  private static EntryRead entry(
      PageScanned page,
      int number,
      String engine,
      String text,
      Confidence readSurely,
      DateHints hints) {
    EntryRead undated =
        new EntryRead(
            page.user(),
            EntryIds.ofPage(page.page(), number),
            Optional.empty(),
            DateSource.NONE,
            Confidence.NONE,
            text,
            engine,
            readSurely,
            Pages.status(page, Status.DRAFT),
            Optional.of(page.page()),
            page.capturedAt());
    return dated(undated, EntryDate.find(text, hints));
  }

  /// The same entry with what was found out about its day.
  static EntryRead dated(EntryRead entry, DateFinding finding) {
    return switch (finding) {
      case Written(var date, var sure, var year) ->
          entry.dated(Optional.of(date), source(year), sure);
      case Proposed(_, var sure) -> entry.dated(Optional.empty(), DateSource.PHOTO, sure);
      case Unknown() -> entry.dated(Optional.empty(), DateSource.NONE, Confidence.NONE);
    };
  }

  private static DateSource source(DateFinding.YearSource year) {
    return switch (year) {
      case PAGE, PHOTO -> DateSource.WRITTEN;
      case NEIGHBOURS -> DateSource.NEIGHBOURS;
    };
  }

  /// What is known of an entry's day beside its text.
  static DateHints hints(Optional<LocalDateTime> captured, DayOrder order, EntryChecks checks) {
    return new DateHints(order, captured.map(LocalDateTime::toLocalDate), checks.latest());
  }
}
