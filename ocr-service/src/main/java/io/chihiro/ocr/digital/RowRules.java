package io.chihiro.ocr.digital;

import java.time.LocalDate;
import java.util.Optional;

/// What the service asks of a row, and how it reads a day that people wrote.
public interface RowRules {
  /// Whether a journal may be of this day.
  boolean isSane(LocalDate day);

  /// The day that a line tells, if it tells one as a heading does.
  Optional<LocalDate> written(String line);

  /// A few words if a text cannot be an entry.
  Optional<String> reasonAgainst(String text);
}
