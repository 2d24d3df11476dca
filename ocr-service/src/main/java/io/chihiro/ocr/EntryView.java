package io.chihiro.ocr;

import io.chihiro.door.Hyphenated;
import io.chihiro.events.EntryRead;
import java.time.LocalDate;
import java.util.Optional;

/// An entry as a client sees it.
///
/// @param id stable across re-reading
/// @param date absent while it waits for one
/// @param dateSource `written`, `file-name`, `front-matter`, `photo` (a proposal only),
///     `neighbours` (they supplied the year), `page-before` (it goes on),
///     `engine` (who read it says so), `owner` or
///     `none`
/// @param dateConfidence 0 to 1
/// @param text what was written
/// @param engine who read it: an engine's name, `typed` or `file`
/// @param confidence 0 to 1
/// @param status `draft`, `confirmed`, `private` or `discarded`
/// @param page the page it was read from, if any
public record EntryView(
    String id,
    Optional<LocalDate> date,
    String dateSource,
    double dateConfidence,
    String text,
    String engine,
    double confidence,
    String status,
    Optional<String> page) {
  static EntryView of(EntryRead entry) {
    return new EntryView(
        entry.entry(),
        entry.date(),
        Hyphenated.of(entry.dateSource()),
        entry.dateConfidence().value(),
        entry.text(),
        entry.engine(),
        entry.confidence().value(),
        Hyphenated.of(entry.status()),
        entry.page());
  }
}
