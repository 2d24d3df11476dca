package io.chihiro.ocr;

import io.chihiro.events.Confidence;
import io.chihiro.ocr.DateFinding.Proposed;
import io.chihiro.ocr.DateFinding.Unknown;
import io.chihiro.ocr.DateFinding.Written;
import io.chihiro.ocr.DateParts.Proof;
import io.chihiro.ocr.DatePattern.Occurrence;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the day a page was written on, in its first lines. Pure.
///
/// Only a date that stands like a heading counts: at the start of a line, or on a line with
/// little else. One in the middle of a sentence is part of the story. Nothing is dated by its
/// photo: people photograph whole years in an evening.
final class EntryDate {
  private static final double LEAST = 0.45;
  private static final double MOST = 0.99;
  private static final double REPAIRED = 0.9;
  private static final double YEAR_SUPPLIED = 0.8;
  private static final double OTHER_WEEKDAY = 0.5;
  private static final double AFTER_THE_PHOTO = 0.6;
  private static final double DOUBT_LEFT_BY_WEEKDAY = 0.4;
  private static final double LINE_BELOW = 0.96;
  private static final double PHOTO = 0.2;
  private static final int WORDS_OF_A_HEADING = 3;
  private static final Pattern ENDS_HERE =
      Pattern.compile("^\\s*(?:$|[,.;:!)\\]–—-]|\\d{1,2}[:.h]).*");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\d]+");
  private static final Set<String> STORYTELLING =
      Set.of(
          "on",
          "in",
          "at",
          "until",
          "till",
          "since",
          "by",
          "before",
          "after",
          "from",
          "to",
          "for",
          "between",
          "of",
          "was",
          "is",
          "remember",
          "around",
          "about");

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
    return Stream.of(DatePattern.values())
        .flatMap(pattern -> pattern.occurrences(repaired, hints.order()))
        .flatMap(occurrence -> judged(line, repaired, occurrence, place).stream())
        .toList();
  }

  private Optional<Written> judged(String line, String repaired, Occurrence at, double place) {
    var around = new Surroundings(repaired.substring(0, at.start()), repaired.substring(at.end()));
    if (!around.isHeading() || (!at.parts().hasYear() && !around.endsHere())) {
      return Optional.empty();
    }
    boolean changed = !line.regionMatches(at.start(), repaired, at.start(), at.end() - at.start());
    return at.parts()
        .resolve(hints)
        .filter(date -> isProven(at.parts(), date, around.weekday()))
        .map(date -> new Written(date, sureness(at.parts(), date, around, place, changed)))
        .filter(written -> written.confidence().value() >= LEAST);
  }

  private static boolean isProven(DateParts parts, LocalDate date, Optional<DayOfWeek> weekday) {
    boolean agrees = weekday.filter(day -> day == date.getDayOfWeek()).isPresent();
    return switch (parts.proof()) {
      case Proof.NONE -> true;
      case Proof.YEAR_OR_WEEKDAY -> parts.hasYear() || agrees;
      case Proof.WEEKDAY -> agrees;
    };
  }

  private Confidence sureness(
      DateParts parts, LocalDate date, Surroundings around, double place, boolean changed) {
    double sure = parts.sureness() * place * (changed ? REPAIRED : 1);
    sure *= parts.hasYear() ? 1 : YEAR_SUPPLIED;
    sure *=
        hints.captured().filter(day -> date.isAfter(day.plusDays(1))).isPresent()
            ? AFTER_THE_PHOTO
            : 1;
    double checked = around.weekday().map(day -> checked(day, date)).orElse(UNCHECKED).apply(sure);
    return new Confidence(Math.min(MOST, checked));
  }

  private interface Check {
    double apply(double sure);
  }

  private static final Check UNCHECKED = sure -> sure;

  private static Check checked(DayOfWeek weekday, LocalDate date) {
    return weekday == date.getDayOfWeek()
        ? sure -> 1 - (1 - sure) * DOUBT_LEFT_BY_WEEKDAY
        : sure -> sure * OTHER_WEEKDAY;
  }

  /// What stands before and after a date on its line.
  private record Surroundings(String before, String after) {
    Optional<DayOfWeek> weekday() {
      List<String> ahead = words(before);
      List<String> behind = words(after);
      return Stream.of(ahead.reversed(), behind)
          .flatMap(words -> words.stream().limit(1))
          .flatMap(word -> CalendarWords.weekday(word).stream())
          .map(CalendarWords.Named::value)
          .findFirst();
    }

    boolean isHeading() {
      List<String> ahead =
          words(before).stream().filter(word -> CalendarWords.weekday(word).isEmpty()).toList();
      if (ahead.isEmpty()) {
        return true;
      }
      return ahead.size() <= WORDS_OF_A_HEADING
          && words(after).size() <= WORDS_OF_A_HEADING
          && !STORYTELLING.contains(ahead.getLast());
    }

    /// Whether nothing goes on that would make "5 may" a sentence.
    boolean endsHere() {
      return ENDS_HERE.matcher(after).matches()
          || CalendarWords.weekday(first(words(after))).isPresent();
    }

    private static String first(List<String> words) {
      return words.isEmpty() ? "" : words.getFirst();
    }

    private static List<String> words(String text) {
      return NOT_WORDS
          .splitAsStream(text.toLowerCase(Locale.ROOT))
          .filter(word -> !word.isEmpty())
          .toList();
    }
  }
}
