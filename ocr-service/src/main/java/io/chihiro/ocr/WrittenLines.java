package io.chihiro.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The first lines of a page, made ready for looking for a date. Pure.
///
/// Engines read `l5 March 2O24` for 15 March 2024, and give a weekday or a year that stands a
/// little apart a line of its own.
final class WrittenLines {
  /// A date further down belongs to the story, not to the page.
  static final int LOOKED_AT = 5;

  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<!\\p{L})(?=[OoQlI|SB]*\\d)[\\dOoQlI|SB]{1,8}(?=(?:st|nd|rd|th)?(?!\\p{L}))");
  private static final Pattern DASHES = Pattern.compile("(?<=\\d\\s?)[‐‑‒–—−](?=\\s?\\d)");
  private static final Pattern FIRST = Pattern.compile("(?<!\\p{L})[lI|](?=st(?!\\p{L}))");
  private static final Pattern DAY_WITHOUT_DIGITS =
      Pattern.compile(
          "(?<!\\p{L})[OolI|]{2}(?=(?:st|th)?[\\s.,]+\\p{L}{3,9}[\\s.,]+[12][\\dOolI|]{3})");
  private static final Pattern YEAR_ONLY = Pattern.compile("[12]\\d{3}\\.?");

  private WrittenLines() {}

  /// The first lines that hold something.
  static List<String> first(String text) {
    List<String> lines = new ArrayList<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(LOOKED_AT + 2L)
        .forEach(line -> append(lines, line));
    return List.copyOf(lines.subList(0, Math.min(LOOKED_AT, lines.size())));
  }

  private static void append(List<String> lines, String line) {
    if (lines.isEmpty() || !belongsTogether(lines.getLast(), line)) {
      lines.add(line);
      return;
    }
    lines.add(lines.removeLast() + " " + line);
  }

  private static boolean belongsTogether(String above, String line) {
    return CalendarWords.weekday(above.replaceAll("[.,]$", "")).isPresent()
        || YEAR_ONLY.matcher(repaired(line)).matches();
  }

  /// The same line, as long as before, with digits where letters were read for them.
  static String repaired(String line) {
    String digits = replace(DIGITS, DASHES.matcher(line).replaceAll("-"));
    return replace(DAY_WITHOUT_DIGITS, replace(FIRST, digits));
  }

  private static String replace(Pattern pattern, String line) {
    return pattern.matcher(line).replaceAll(WrittenLines::digits);
  }

  private static String digits(MatchResult found) {
    return found
        .group()
        .replaceAll("[OoQ]", "0")
        .replaceAll("[lI|]", "1")
        .replace('S', '5')
        .replace('B', '8');
  }
}
