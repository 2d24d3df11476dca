package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.ocr.DateFinding.Proposed;
import io.chihiro.ocr.DateFinding.Unknown;
import io.chihiro.ocr.DateFinding.Written;
import io.chihiro.ocr.DateFinding.YearSource;
import io.chihiro.ocr.DateParts.Resolved;
import io.chihiro.ocr.DatePattern.Occurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the day a page was written on, in its first lines. Pure.
///
/// Only a date that stands like a heading counts: at the start of a line, or on a line with
/// little else. One in the middle of a sentence is part of the story. Nothing is dated by its
/// photo: people photograph whole years in an evening.
final class EntryDate {
  private static final double LEAST = 0.45;
  private static final double MOST = 0.99;
  private static final double REPAIRED = 0.9;
  private static final double YEAR_OF_PHOTO = 0.8;
  private static final double YEAR_OF_NEIGHBOURS = 0.9;
  private static final double OTHER_WEEKDAY = 0.5;
  private static final double AFTER_THE_PHOTO = 0.6;
  private static final double OUT_OF_ORDER = 0.55;
  private static final double DOUBT_LEFT_BY_ORDER = 0.6;
  private static final double DOUBT_LEFT_BY_WEEKDAY = 0.4;
  private static final double LINE_BELOW = 0.96;
  private static final double PHOTO = 0.2;

  private final DateHints hints;

  private EntryDate(DateHints hints) {
    this.hints = hints;
  }

  /// What the first lines, and else the photo, say about the day.
  static DateFinding find(String text, DateHints hints) {
    return new EntryDate(hints)
        .written(text)
        .map(DateFinding.class::cast)
        .orElseGet(
            () ->
                hints
                    .captured()
                    .<DateFinding>map(day -> new Proposed(day, new Confidence(PHOTO)))
                    .orElseGet(Unknown::new));
  }

  private Optional<Written> written(String text) {
    List<Written> found = new ArrayList<>();
    double place = 1;
    for (String line : WrittenLines.first(text)) {
      found.addAll(onLine(line, place));
      place *= LINE_BELOW;
    }
    return found.stream().max(Comparator.comparingDouble(written -> written.confidence().value()));
  }

  private List<Written> onLine(String line, double place) {
    String repaired = WrittenLines.repaired(line);
    return DatePattern.all(repaired, hints.order())
        .flatMap(occurrence -> judged(line, repaired, occurrence, place).stream())
        .toList();
  }

  private Optional<Written> judged(String line, String repaired, Occurrence at, double place) {
    var around =
        new LineSurroundings(repaired.substring(0, at.start()), repaired.substring(at.end()));
    if (!around.isHeading() || (!at.parts().hasYear() && !around.endsHere())) {
      return Optional.empty();
    }
    boolean changed = !line.regionMatches(at.start(), repaired, at.start(), at.end() - at.start());
    double sure = at.parts().sureness() * place * (changed ? REPAIRED : 1);
    return at.parts()
        .resolve(hints, around.weekday())
        .filter(day -> isProven(at.parts(), day.date(), around))
        .map(day -> new Written(day.date(), sureness(sure, day, around), day.year()))
        .filter(written -> written.confidence().value() >= LEAST);
  }

  private boolean isProven(DateParts parts, LocalDate date, LineSurroundings around) {
    boolean agrees = around.weekday().filter(day -> day == date.getDayOfWeek()).isPresent();
    return switch (parts.proof()) {
      case NONE -> true;
      case ALONE -> around.isAlone() || parts.hasYear() || agrees;
      case YEAR_OR_WEEKDAY -> parts.hasYear() || agrees;
      case WEEKDAY_OR_NEIGHBOURS -> agrees || (hints.hasNeighbour() && hints.fits(date));
      case WEEKDAY -> agrees;
    };
  }

  private Confidence sureness(double found, Resolved day, LineSurroundings around) {
    double sure = found * yearShare(day.year());
    sure *= isAfterThePhoto(day.date()) ? AFTER_THE_PHOTO : 1;
    sure = orderChecked(sure, day.date());
    Optional<DayOfWeek> weekday = around.weekday();
    double checked = weekday.isEmpty() ? sure : weekdayChecked(sure, weekday.get(), day.date());
    return new Confidence(Math.min(MOST, checked));
  }

  private static double yearShare(YearSource year) {
    return switch (year) {
      case PAGE -> 1;
      case NEIGHBOURS -> YEAR_OF_NEIGHBOURS;
      case PHOTO -> YEAR_OF_PHOTO;
    };
  }

  private boolean isAfterThePhoto(LocalDate date) {
    return hints.captured().filter(day -> date.isAfter(day.plusDays(1))).isPresent();
  }

  private double orderChecked(double sure, LocalDate date) {
    if (!hints.hasNeighbour()) {
      return sure;
    }
    return hints.fits(date) ? 1 - (1 - sure) * DOUBT_LEFT_BY_ORDER : sure * OUT_OF_ORDER;
  }

  private static double weekdayChecked(double sure, DayOfWeek weekday, LocalDate date) {
    return weekday == date.getDayOfWeek()
        ? 1 - (1 - sure) * DOUBT_LEFT_BY_WEEKDAY
        : sure * OTHER_WEEKDAY;
  }
}
