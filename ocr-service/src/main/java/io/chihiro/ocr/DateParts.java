package io.chihiro.ocr;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// One way to understand what stands on a line as a day.
///
/// @param year as written, four digits or two; empty where none is
/// @param month 1 to 12, or anything if it is no date after all
/// @param day likewise
/// @param sureness of the pattern that found it, 0 to 1
/// @param proof what must speak for it beside itself
record DateParts(Optional<String> year, int month, int day, double sureness, Proof proof) {
  /// What must speak for a way to understand a date.
  enum Proof {
    NONE,
    YEAR_OR_WEEKDAY,
    WEEKDAY
  }

  private static final int CENTURY = 100;

  boolean hasYear() {
    return year.isPresent();
  }

  /// The same, to be believed only if a weekday agrees.
  DateParts onlyWithWeekday() {
    return new DateParts(year, month, day, sureness, Proof.WEEKDAY);
  }

  /// The day in the calendar, if it is one and lies in the past; a missing year is that of the
  /// last such day before the photo was taken.
  Optional<LocalDate> resolve(DateHints hints) {
    if (year.isEmpty()) {
      return hints.captured().flatMap(this::lastBefore);
    }
    int number = Integer.parseInt(year.get());
    if (number >= CENTURY) {
      return inYear(number).filter(date -> !date.isAfter(hints.latest()));
    }
    int century = hints.latest().getYear() / CENTURY * CENTURY;
    return inYear(century + number)
        .filter(date -> !date.isAfter(hints.latest()))
        .or(() -> inYear(century - CENTURY + number));
  }

  private Optional<LocalDate> lastBefore(LocalDate captured) {
    return inYear(captured.getYear())
        .filter(date -> !date.isAfter(captured.plusDays(1)))
        .or(() -> inYear(captured.getYear() - 1));
  }

  private Optional<LocalDate> inYear(int number) {
    try {
      return Optional.of(LocalDate.of(number, month, day));
    } catch (DateTimeException e) {
      // The 31st of February is no date; perhaps another pattern understands it.
      return Optional.empty();
    }
  }
}
