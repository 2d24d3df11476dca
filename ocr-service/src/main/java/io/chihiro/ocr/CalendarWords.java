package io.chihiro.ocr;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// English names of months and weekdays, also where reading got one letter wrong. Pure.
final class CalendarWords {
  private static final int SHORTEST_FUZZY_LETTERS = 4;
  private static final Set<String> OTHER_SHORT_MONTHS = Set.of("sept");
  private static final Set<String> OTHER_SHORT_DAYS = Set.of("tues", "weds", "thur", "thurs");
  private static final int SHORT_LETTERS = 3;

  private CalendarWords() {}

  /// A name that was recognised.
  ///
  /// @param exact false if one letter had to be mended
  record Named<T>(T value, boolean exact) {}

  static Optional<Named<Month>> month(String word) {
    return named(letters(word), List.of(Month.values()), OTHER_SHORT_MONTHS);
  }

  static Optional<Named<DayOfWeek>> weekday(String word) {
    return named(letters(word), List.of(DayOfWeek.values()), OTHER_SHORT_DAYS);
  }

  // A page that was read by a machine may hold digits where letters were: 0ctober, Ju1y.
  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l').replace('|', 'l');
  }

  private static <T extends Enum<T>> Optional<Named<T>> named(
      String word, List<T> values, Set<String> otherShorts) {
    Function<T, String> name = value -> value.name().toLowerCase(Locale.ROOT);
    for (T value : values) {
      String full = name.apply(value);
      if (word.equals(full) || isShort(word, full, otherShorts)) {
        return Optional.of(new Named<>(value, true));
      }
    }
    List<T> near =
        values.stream()
            .filter(value -> name.apply(value).length() >= SHORTEST_FUZZY_LETTERS)
            .filter(value -> isOneAway(word, name.apply(value)))
            .toList();
    return near.size() == 1 ? Optional.of(new Named<>(near.getFirst(), false)) : Optional.empty();
  }

  private static boolean isShort(String word, String full, Set<String> others) {
    return word.equals(full.substring(0, SHORT_LETTERS))
        || (others.contains(word) && full.startsWith(word.substring(0, SHORT_LETTERS)));
  }

  /// Whether one letter added, dropped or changed makes the words the same (Levenshtein distance
  // 1).
  static boolean isOneAway(String left, String right) {
    if (Math.abs(left.length() - right.length()) > 1) {
      return false;
    }
    int same = Arrays.mismatch(left.toCharArray(), right.toCharArray());
    if (same < 0) {
      return false;
    }
    String leftRest = left.substring(same);
    String rightRest = right.substring(same);
    if (left.length() == right.length()) {
      return leftRest.substring(1).equals(rightRest.substring(1));
    }
    return left.length() > right.length()
        ? leftRest.substring(1).equals(rightRest)
        : leftRest.equals(rightRest.substring(1));
  }
}
