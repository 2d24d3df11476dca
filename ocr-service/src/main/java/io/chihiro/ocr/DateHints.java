package io.chihiro.ocr;

import java.time.LocalDate;
import java.util.Optional;

/// What helps to understand a written date.
///
/// @param order what 05/03/24 means
/// @param captured the local day on which the photo was taken; supplies a year that is not written
/// @param latest no page is of a later day
/// @param before the day of the entry before it in its notebook, where that is certain
/// @param after the day of the entry after it, likewise
record DateHints(
    DayOrder order,
    Optional<LocalDate> captured,
    LocalDate latest,
    Optional<LocalDate> before,
    Optional<LocalDate> after) {
  /// For a page that stands alone.
  DateHints(DayOrder order, Optional<LocalDate> captured, LocalDate latest) {
    this(order, captured, latest, Optional.empty(), Optional.empty());
  }

  /// The same page between two others.
  DateHints between(Optional<LocalDate> earlier, Optional<LocalDate> later) {
    return new DateHints(order, captured, latest, earlier, later);
  }

  /// Whether a neighbour is known.
  boolean hasNeighbour() {
    return before.isPresent() || after.isPresent();
  }

  /// Whether a day lies between the neighbours, as far as they are known.
  boolean fits(LocalDate date) {
    return before.filter(date::isBefore).isEmpty() && after.filter(date::isAfter).isEmpty();
  }
}
