package io.chihiro.ingest.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numbers as tables have them: `12,400`, `1999.0`, `1999-05-01`.
final class Numbers {
  private static final int LONGEST = 40;
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
  private static final Pattern WHOLE = Pattern.compile("(\\d+)\\.0+");
  private static final int EARLIEST_YEAR = 1000;
  private static final int LATEST_YEAR = 2100;
  // A double tells whole numbers apart up to here.
  private static final double MOST = 9e15;

  private Numbers() {}

  static Optional<Double> decimal(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Double.parseDouble(text.strip())).filter(Double::isFinite);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  static Optional<Long> count(String text) {
    return decimal(text.replaceAll("[,_\\s]", ""))
        .filter(value -> value >= 0 && value <= MOST)
        .map(Math::round);
  }

  /// The first year that stands there; catalogues hold a year 1 and a year 9999 where they mean
  /// that they do not know.
  static Optional<Integer> year(String text) {
    Matcher year = YEAR.matcher(text.substring(0, Math.min(LONGEST, text.length())));
    return year.find()
        ? Optional.of(Integer.parseInt(year.group(1)))
            .filter(found -> found >= EARLIEST_YEAR && found <= LATEST_YEAR)
        : Optional.empty();
  }

  /// An id that some table took for a number: `1382268.0`.
  static String whole(String text) {
    Matcher number = WHOLE.matcher(text);
    return number.matches() ? number.group(1) : text;
  }
}
