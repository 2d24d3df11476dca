package io.chihiro.ocr;

import io.chihiro.ocr.DateParts.Proof;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How people write a day. Pure.
enum DatePattern {
  /// 2024-03-05, 2024/3/5
  YEAR_FIRST(
      "(?<![\\d.,/:-])(?<y>\\d{4})\\s?(?<sep>[-./])\\s?(?<m>\\d{1,2})\\s?\\k<sep>\\s?(?<d>\\d{1,2})"
          + "(?!\\d|\\k<sep>\\d)"),

  /// 20240305
  COMPACT("(?<!\\d)(?<y>[12]\\d{3})(?<m>\\d{2})(?<d>\\d{2})(?!\\d)"),

  /// 5 March 2024, 5th of March, 5-Mar-24, 5 Mar '24
  DAY_MONTH(
      "(?<![\\d$£€#-])(?<!\\d[:.,/])(?<d>\\d{1,2})(?:\\s?(?:st|nd|rd|th))?[\\s.,/-]{0,3}(?:(?:day )?of\\s+)?"
          + Pieces.MONTH
          + Pieces.YEAR),

  /// March 5th 2024, Mar. 5, '24
  MONTH_DAY(
      Pieces.MONTH
          + "\\.?[\\s.,/-]{0,2}(?:the\\s+)?(?<d>\\d{1,2})(?:\\s?(?:st|nd|rd|th))?(?![\\d:])"
          + Pieces.YEAR),

  /// 5.3.2024, 05/03/24
  NUMBERS(
      "(?<![\\d.,/:$£€#-])(?<a>\\d{1,2})\\s?(?<sep>[-./])\\s?(?<b>\\d{1,2})\\s?\\k<sep>\\s?['’]?"
          + "(?<y>\\d{4}|\\d{2})(?!\\d|[-./:]\\d)"),

  /// Tue 5/3
  NUMBERS_WITHOUT_YEAR(
      "(?<![\\d.,/:$£€#-])(?<a>\\d{1,2})(?<sep>[./])(?<b>\\d{1,2})\\.?(?![\\d./:])");

  private static final double CERTAIN = 0.97;
  private static final double RUN_TOGETHER = 0.8;
  private static final double NAMED = 0.95;
  private static final double MENDED_NAME = 0.8;
  private static final double CERTAIN_ORDER = 0.9;
  private static final double SET_ORDER = 0.75;
  private static final double OTHER_ORDER = 0.5;
  private static final int MONTHS = 12;

  private final Pattern pattern;

  DatePattern(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  /// Where on a line it occurs, each with the ways to understand it.
  Stream<Occurrence> occurrences(String line, DayOrder order) {
    return pattern
        .matcher(line)
        .results()
        .flatMap(
            found ->
                read(found, order).stream()
                    .map(parts -> new Occurrence(found.start(), found.end(), parts)));
  }

  /// A place on a line and one way to understand it.
  record Occurrence(int start, int end, DateParts parts) {}

  /// Pieces of patterns. A class of its own, because an enum's constants come before its statics.
  private static final class Pieces {
    static final String MONTH = "(?<!\\p{L})(?<m>[\\p{L}0][\\p{L}01|]{1,8}\\p{L})(?!\\p{L})";
    static final String YEAR =
        "\\.?(?:[\\s.,/'’`-]{0,3}(?<y>\\d{4})(?!\\d)"
            + "|\\s?,?\\s?['’`]\\s?(?<quoted>\\d{2})(?!\\d)"
            + "|[\\s./,-]{1,2}(?<bare>\\d{2})(?=\\s*(?:$|[,;]|\\s[-–—])))?";
  }

  private List<DateParts> read(MatchResult found, DayOrder order) {
    return switch (this) {
      case YEAR_FIRST -> List.of(yearFirst(found, CERTAIN));
      case COMPACT -> List.of(yearFirst(found, RUN_TOGETHER));
      case DAY_MONTH, MONTH_DAY -> named(found);
      case NUMBERS -> bothOrders(found, order);
      case NUMBERS_WITHOUT_YEAR ->
          bothOrders(found, order).stream().map(DateParts::onlyWithWeekday).toList();
    };
  }

  private static DateParts yearFirst(MatchResult found, double sureness) {
    return numbers(found, found.group("m"), found.group("d"), sureness, Proof.NONE);
  }

  private static DateParts numbers(
      MatchResult found, String month, String day, double sureness, Proof proof) {
    return new DateParts(
        year(found), Integer.parseInt(month), Integer.parseInt(day), sureness, proof);
  }

  private static List<DateParts> named(MatchResult found) {
    return CalendarWords.month(found.group("m")).stream()
        .map(month -> named(found, month))
        .toList();
  }

  // A mended name needs proof: "2 match boxes" is no day in March.
  private static DateParts named(MatchResult found, CalendarWords.Named<Month> month) {
    return numbers(
        found,
        String.valueOf(month.value().getValue()),
        found.group("d"),
        month.exact() ? NAMED : MENDED_NAME,
        month.exact() ? Proof.NONE : Proof.YEAR_OR_WEEKDAY);
  }

  private static List<DateParts> bothOrders(MatchResult found, DayOrder order) {
    String first = found.group("a");
    String second = found.group("b");
    if (isDay(first) || found.group("sep").equals(".")) {
      return List.of(numbers(found, second, first, CERTAIN_ORDER, Proof.NONE));
    }
    if (isDay(second)) {
      return List.of(numbers(found, first, second, CERTAIN_ORDER, Proof.NONE));
    }
    return switch (order) {
      case DAY_FIRST ->
          List.of(
              numbers(found, second, first, SET_ORDER, Proof.NONE),
              numbers(found, first, second, OTHER_ORDER, Proof.WEEKDAY));
      case MONTH_FIRST ->
          List.of(
              numbers(found, first, second, SET_ORDER, Proof.NONE),
              numbers(found, second, first, OTHER_ORDER, Proof.WEEKDAY));
    };
  }

  private static boolean isDay(String number) {
    return Integer.parseInt(number) > MONTHS;
  }

  private static Optional<String> year(MatchResult found) {
    return Stream.of("y", "quoted", "bare")
        .filter(found.namedGroups()::containsKey)
        .map(group -> Optional.ofNullable(found.group(group)))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
