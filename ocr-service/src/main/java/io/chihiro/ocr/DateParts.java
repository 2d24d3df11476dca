package io.chihiro.ocr;

import io.chihiro.ocr.DateFinding.YearSource;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    /// Nothing: it can hardly be anything else.
    NONE,
    /// Nothing else on its line, or a year, or a weekday that agrees.
    ALONE,
    YEAR_OR_WEEKDAY,
    /// A weekday that agrees, or neighbours between which only this way fits.
    WEEKDAY_OR_NEIGHBOURS,
    WEEKDAY
  }

  /// A day, and who supplied its year.
  record Resolved(LocalDate date, YearSource year) {}

  private static final int CENTURY = 100;
  private static final int LEAP_YEAR = 2024;
  private static final int YEARS_AWAY = 3;

  boolean hasYear() {
    return year.isPresent();
  }

  /// Whether some year has such a day.
  boolean isDay() {
    return inYear(LEAP_YEAR).isPresent();
  }

  /// The same, to be believed only with a proof.
  DateParts onlyWith(Proof other) {
    return new DateParts(year, month, day, sureness, other);
  }

  /// The same, believed less.
  DateParts lessSure(double share) {
    return new DateParts(year, month, day, sureness * share, proof);
  }

  /// Whether both speak of the same day, as far as they are written.
  boolean sameDay(DateParts other) {
    return month == other.month && day == other.day && year.equals(other.year);
  }

  /// The day in the calendar, if it is one and lies in the past; a missing year is one that puts
  /// the day between its neighbours, or else before the photo, and rather one whose weekday agrees.
  Optional<Resolved> resolve(DateHints hints, Optional<DayOfWeek> weekday) {
    if (year.isPresent()) {
      return written(Integer.parseInt(year.get()), hints)
          .map(date -> new Resolved(date, YearSource.PAGE));
    }
    return preferred(betweenNeighbours(hints), weekday)
        .map(date -> new Resolved(date, YearSource.NEIGHBOURS))
        .or(
            () ->
                preferred(beforeThePhoto(hints), weekday)
                    .map(date -> new Resolved(date, YearSource.PHOTO)));
  }

  private Optional<LocalDate> written(int number, DateHints hints) {
    if (number >= CENTURY) {
      return inYear(number).filter(date -> !date.isAfter(hints.latest()));
    }
    int century = hints.latest().getYear() / CENTURY * CENTURY;
    return inYear(century + number)
        .filter(date -> !date.isAfter(hints.latest()))
        .or(() -> inYear(century - CENTURY + number));
  }

  private static Optional<LocalDate> preferred(List<LocalDate> days, Optional<DayOfWeek> weekday) {
    return days.stream()
        .filter(date -> weekday.filter(day -> day == date.getDayOfWeek()).isPresent())
        .findFirst()
        .or(() -> days.stream().findFirst());
  }

  // With one neighbour, such days on the right side of it, the nearest first.
  private List<LocalDate> betweenNeighbours(DateHints hints) {
    return hints
        .before()
        .map(earlier -> years(earlier.getYear(), 1))
        .or(() -> hints.after().map(later -> years(later.getYear(), -1)))
        .map(dates -> dates.filter(date -> fits(date, hints)).toList())
        .orElseGet(List::of);
  }

  private static boolean fits(LocalDate date, DateHints hints) {
    return hints.fits(date) && !date.isAfter(hints.latest());
  }

  private List<LocalDate> beforeThePhoto(DateHints hints) {
    return hints
        .captured()
        .map(
            captured ->
                years(captured.getYear(), -1)
                    .filter(date -> !date.isAfter(captured.plusDays(1)))
                    .toList())
        .orElseGet(List::of);
  }

  private Stream<LocalDate> years(int first, int step) {
    return IntStream.rangeClosed(0, YEARS_AWAY)
        .mapToObj(away -> inYear(first + away * step))
        .flatMap(Optional::stream);
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
