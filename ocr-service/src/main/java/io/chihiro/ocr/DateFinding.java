package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import java.time.LocalDate;

/// What could be found out about the day a page was written on.
sealed interface DateFinding {
  /// Who supplied the year of a written date.
  enum YearSource {
    PAGE,
    NEIGHBOURS,
    PHOTO
  }

  /// The page says so.
  record Written(LocalDate date, Confidence confidence, YearSource year) implements DateFinding {}

  /// The page does not say; the photo was taken on this day, which is worth a proposal only.
  record Proposed(LocalDate date, Confidence confidence) implements DateFinding {}

  /// Nothing is known.
  record Unknown() implements DateFinding {}
}
