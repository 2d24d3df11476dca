package io.chihiro.ocr.digital;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A day in a file's name or in a field: year, month, day in this order. Pure.
public final class NamedDay {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})([-_. ]?)(\\d{2})\\2(\\d{2})(?!\\d)");
  private static final Pattern FOLDERS =
      Pattern.compile("^(?:.*/)?(\\d{4})/(?:\\d{4}-)?(\\d{2})(?:[ -][^/]*)?/(\\d{2})(?!\\d)[^/]*$");
  private static final Pattern FIELD =
      Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\d{2}:\\d{2}.*)?");

  private NamedDay() {}

  /// In a name such as `2024-03-05 rain.md`, `20240305.txt`, `2024_03_05`.
  ///
  /// @param isSane whether a journal may be of that day
  public static Optional<LocalDate> inName(String name, Predicate<LocalDate> isSane) {
    return YEAR_FIRST
        .matcher(name)
        .results()
        .flatMap(found -> day(found.group(1), found.group(3), found.group(4)).stream())
        .filter(isSane)
        .findFirst();
  }

  /// In a path such as `journals/2024_03_05.md`, or one whose folders are the year and the month:
  /// `2024/03/05.md`.
  public static Optional<LocalDate> inPath(String path, Predicate<LocalDate> isSane) {
    int name = path.lastIndexOf('/') + 1;
    return inName(path.substring(name), isSane)
        .or(() -> inName(FOLDERS.matcher(path).replaceFirst("$1-$2-$3"), isSane));
  }

  /// The local day of a field such as `2024-03-05` or `2024-03-05T21:40:00+01:00`.
  public static Optional<LocalDate> inField(String value, Predicate<LocalDate> isSane) {
    var found = FIELD.matcher(value.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    MatchResult parts = found.toMatchResult();
    return day(parts.group(1), parts.group(2), parts.group(3)).filter(isSane);
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      // Eight digits that are no day in the calendar.
      return Optional.empty();
    }
  }
}
