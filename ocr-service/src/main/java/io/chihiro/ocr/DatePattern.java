package io.chihiro.ocr;

import io.chihiro.ocr.DateParts.Proof;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /// 2024 March 5, 2024-Mar-05
  YEAR_MONTH_DAY(
      "(?<!\\d)(?<y>[12]\\d{3})[\\s.,/-]{1,3}" + Pieces.MONTH + "[\\s.,/-]{1,2}" + Pieces.DAY),

  /// 2024, 5 March
  YEAR_DAY_MONTH("(?<!\\d)(?<y>[12]\\d{3})[\\s.,/-]{1,3}" + Pieces.DAY + "\\s+" + Pieces.MONTH),

  /// 5 March 2024, 5th of March, 5-Mar-24, 5 Mar '24, 5. März, 1er mai, 5 de marzo de 2024
  DAY_MONTH(
      "(?<![\\d$£€#-])(?<!\\d[:.,/])"
          + Pieces.DAY
          + "[\\s.,/-]{0,3}(?:(?:(?:day )?of|de)\\s+)?"
          + Pieces.MONTH
          + Pieces.YEAR),

  /// March 5th 2024, Mar. 5, '24
  MONTH_DAY(
      "(?<!\\d[\\s.]{1,2})"
          + Pieces.MONTH
          + "\\.?[\\s.,/-]{0,2}(?:the\\s+)?"
          + Pieces.DAY
          + "(?![\\d:])"
          + Pieces.YEAR),

  /// 5.3.2024, 05/03/24
  NUMBERS(
      "(?<![\\d.,/:$£€#-])(?<a>\\d{1,2})\\s?(?<sep>[-./])\\s?(?<b>\\d{1,2})\\s?\\k<sep>\\s?['’]?"
          + "(?<y>\\d{4}|\\d{2})(?!\\d|[-./:]\\d)"),

  /// 5,3,2024 and 5.3/2024: what machines make of the one above
  MIXED_NUMBERS(
      "(?<![\\d.,/:$£€#-])(?<a>\\d{1,2})\\s?(?<sep>[-./,])\\s?(?<b>\\d{1,2})\\s?[-./,]\\s?"
          + "(?<y>[12]\\d{3})(?!\\d|[-./:]\\d)"),

  /// 5.III.2024
  ROMAN_MONTH(
      "(?<![\\d.,/:$£€#-])(?<a>\\d{1,2})\\s?(?<sep>[-./])\\s?(?<m>[IVX]{1,4})\\s?\\k<sep>\\s?"
          + "(?<y>\\d{4}|\\d{2})(?!\\d)"),

  /// Tue 5/3, 5.3.
  NUMBERS_WITHOUT_YEAR(
      "(?<![\\d.,/:$£€#-])(?<a>\\d{1,2})(?<sep>[./])\\s?(?<b>\\d{1,2})\\.?(?![\\d./:])");

  private static final double CERTAIN = 0.97;
  private static final double RUN_TOGETHER = 0.8;
  private static final double NAMED = 0.95;
  private static final double MENDED_NAME = 0.8;
  private static final double CERTAIN_ORDER = 0.9;
  private static final double SET_ORDER = 0.75;
  private static final double OTHER_ORDER = 0.5;
  private static final double MIXED = 0.9;
  private static final int MONTHS = 12;
  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

  // Words of other meanings: "1 may, I think", "5 ago".
  private static final Set<String> OTHER_WORDS = Set.of("may", "march", "mar", "ago");

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

  /// All occurrences of all patterns on a line.
  static Stream<Occurrence> all(String line, DayOrder order) {
    // Most lines hold no digit, and without one there is no date.
    if (line.chars().noneMatch(DatePattern::isDigit)) {
      return Stream.empty();
    }
    return Stream.of(values()).flatMap(pattern -> pattern.occurrences(line, order));
  }

  /// A place on a line and one way to understand it.
  record Occurrence(int start, int end, DateParts parts) {}

  /// Pieces of patterns. A class of its own, because an enum's constants come before its statics.
  private static final class Pieces {
    static final String MONTH = "(?<!\\p{L})(?<m>[\\p{L}0][\\p{L}01|]{1,8}[\\p{L}1|])(?!\\p{L})";
    static final String DAY =
        "(?<d>\\d{1,2})(?:\\s?(?:st|nd|rd|th|tb|er|re|ro|[º°ª])(?!\\p{L})|\\s?(?:st|nd|rd|th)(?=of))?";
    static final String YEAR =
        "\\.?(?:[\\s.,/'’`-]{0,3}(?:del?\\s+)?(?<y>\\d{4}|[12]\\d\\s\\d{2}(?=\\s*$))(?!\\d)"
            + "|\\s?,?\\s?['’`]\\s?(?<quoted>\\d{2})(?!\\d)"
            + "|[\\s./,-]{1,2}(?<bare>\\d{2})(?=\\s*(?:$|[,;]|\\s[-–—])))?";
  }

  private List<DateParts> read(MatchResult found, DayOrder order) {
    return switch (this) {
      case YEAR_FIRST -> List.of(yearFirst(found, CERTAIN));
      case COMPACT -> List.of(yearFirst(found, RUN_TOGETHER));
      case YEAR_MONTH_DAY, YEAR_DAY_MONTH, DAY_MONTH, MONTH_DAY -> named(found);
      case NUMBERS -> bothOrders(found, order);
      case MIXED_NUMBERS ->
          bothOrders(found, order).stream().map(parts -> parts.lessSure(MIXED)).toList();
      case ROMAN_MONTH -> roman(found);
      case NUMBERS_WITHOUT_YEAR -> withoutYear(found, order);
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

  private List<DateParts> named(MatchResult found) {
    return CalendarWords.month(found.group("m")).stream()
        .map(month -> named(found, month))
        .toList();
  }

  private DateParts named(MatchResult found, CalendarWords.Named<Month> month) {
    return numbers(
        found,
        String.valueOf(month.value().getValue()),
        found.group("d"),
        month.exact() ? NAMED : MENDED_NAME,
        proof(found.group("m"), month.exact()));
  }

  // A mended name needs proof: "2 match boxes" is no day in March. So does a name before the day
  // where no English one is: "mayo 2, eggs 12".
  private Proof proof(String name, boolean exact) {
    boolean isOther = OTHER_WORDS.contains(name);
    if (!exact || (this == MONTH_DAY && (isOther || !CalendarWords.isEnglishMonth(name)))) {
      return Proof.YEAR_OR_WEEKDAY;
    }
    return isOther || name.toLowerCase(Locale.ROOT).equals("ago") ? Proof.ALONE : Proof.NONE;
  }

  private static List<DateParts> roman(MatchResult found) {
    int month = ROMAN.indexOf(found.group("m").toUpperCase(Locale.ROOT)) + 1;
    return month == 0
        ? List.of()
        : List.of(
            numbers(found, String.valueOf(month), found.group("a"), CERTAIN_ORDER, Proof.NONE));
  }

  // "5.3." alone on its line is how Germans head a page; "5/3" alone is a fraction.
  private static List<DateParts> withoutYear(MatchResult found, DayOrder order) {
    boolean dots = found.group("sep").equals(".") && found.group().endsWith(".");
    return bothOrders(found, order).stream()
        .map(parts -> parts.onlyWith(dots ? Proof.ALONE : Proof.WEEKDAY))
        .toList();
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
    DateParts dayFirst = numbers(found, second, first, SET_ORDER, Proof.NONE);
    DateParts monthFirst = numbers(found, first, second, SET_ORDER, Proof.NONE);
    return switch (order) {
      case DAY_FIRST -> List.of(dayFirst, asOther(monthFirst));
      case MONTH_FIRST -> List.of(monthFirst, asOther(dayFirst));
    };
  }

  private static DateParts asOther(DateParts parts) {
    return parts.lessSure(OTHER_ORDER / SET_ORDER).onlyWith(Proof.WEEKDAY_OR_NEIGHBOURS);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isDay(String number) {
    return Integer.parseInt(number) > MONTHS;
  }

  private static Optional<String> year(MatchResult found) {
    return Stream.of("y", "quoted", "bare")
        .filter(found.namedGroups()::containsKey)
        .map(group -> Optional.ofNullable(found.group(group)))
        .flatMap(Optional::stream)
        .map(year -> year.replaceAll("\\s", ""))
        .findFirst();
  }
}
