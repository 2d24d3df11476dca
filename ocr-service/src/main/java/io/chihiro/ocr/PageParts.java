package io.chihiro.ocr;

import io.chihiro.ocr.DatePattern.Occurrence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Divides a page's text where the next dated entry begins. Pure.
///
/// It looks at the text alone, so that reading a page again divides it in the same way whatever
/// is known about its neighbours by then.
final class PageParts {
  private static final int MOST_PARTS = 20;
  private static final int WORDS_OF_AN_ENTRY = 8;
  private static final int LONGEST_HEADING_CHARACTERS = 300;
  private static final double SHORT_LINE = 0.7;
  private static final Pattern SENTENCE_ENDS = Pattern.compile(".*[.!?…:;\"”“»)*~—–-]\\s*");
  private static final Pattern WORDS = Pattern.compile("\\s+");

  private final List<String> lines;
  private final int longest;

  private PageParts(String text) {
    this.lines = Arrays.asList(text.split("\n", -1));
    this.longest = lines.stream().mapToInt(String::length).max().orElse(0);
  }

  /// The texts of the entries on a page, at least one; together they are the page's text.
  static List<String> of(String text) {
    return new PageParts(text).parts();
  }

  /// Whether a text's first line that says something is the heading of an entry.
  static boolean beginsWithHeading(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .limit(2)
        .anyMatch(line -> heading(line).isPresent());
  }

  private List<String> parts() {
    List<Integer> starts = starts();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
      parts.add(String.join("\n", lines.subList(starts.get(i), end)).strip());
    }
    return parts;
  }

  private List<Integer> starts() {
    List<Integer> starts = new ArrayList<>(List.of(0));
    Optional<DateParts> last = Optional.empty();
    for (int i = 0; i < lines.size() && starts.size() < MOST_PARTS; i++) {
      Optional<Heading> found = heading(lines.get(i));
      if (found.isEmpty() || !(found.get().isStrong() || aSentenceEndsAbove(i))) {
        continue;
      }
      DateParts date = found.get().date();
      boolean isAnother = last.filter(before -> before.sameDay(date)).isEmpty();
      int start = startOf(i);
      if (isAnother && words(starts.getLast(), start) >= leastWords(last.isPresent())) {
        starts.add(start);
      }
      last = Optional.of(date);
    }
    return starts;
  }

  // Little above the first date is a title; above the next ones, any word is an entry.
  private static int leastWords(boolean isDatedAbove) {
    return isDatedAbove ? 1 : WORDS_OF_AN_ENTRY;
  }

  // A weekday on a line of its own belongs to the date below.
  private int startOf(int line) {
    boolean weekdayAbove =
        line > 0
            && CalendarWords.weekday(lines.get(line - 1).strip().replaceAll("[.,]$", ""))
                .isPresent();
    return weekdayAbove ? line - 1 : line;
  }

  private int words(int from, int to) {
    return lines.subList(from, to).stream()
        .filter(line -> heading(line).isEmpty())
        .mapToInt(line -> line.isBlank() ? 0 : WORDS.split(line.strip()).length)
        .sum();
  }

  // "We left on / 5 March 2024 / and came back" is one sentence over three lines.
  private boolean aSentenceEndsAbove(int line) {
    if (line == 0) {
      return true;
    }
    String above = lines.get(line - 1).stripTrailing();
    return above.isBlank()
        || SENTENCE_ENDS.matcher(above).matches()
        || above.length() < longest * SHORT_LINE
        || CalendarWords.weekday(above.strip()).isPresent();
  }

  private record Heading(DateParts date, boolean isStrong) {}

  private static Optional<Heading> heading(String line) {
    String repaired = WrittenLines.repaired(line.strip());
    if (repaired.length() > LONGEST_HEADING_CHARACTERS) {
      return Optional.empty();
    }
    return DatePattern.all(repaired, DayOrder.DAY_FIRST)
        .flatMap(at -> heading(repaired, at).stream())
        .findFirst();
  }

  private static Optional<Heading> heading(String line, Occurrence at) {
    var around = new LineSurroundings(line.substring(0, at.start()), line.substring(at.end()));
    boolean hasWeekday = around.weekday().isPresent();
    boolean hasYear = at.parts().hasYear();
    boolean isProven =
        switch (at.parts().proof()) {
          case NONE -> hasYear || hasWeekday || around.isAlone() || around.endsHere();
          case ALONE, WEEKDAY_OR_NEIGHBOURS -> hasYear || hasWeekday || around.isAlone();
          case YEAR_OR_WEEKDAY -> hasYear || hasWeekday;
          case WEEKDAY -> hasWeekday;
        };
    return around.isStrictHeading(hasYear) && isProven && at.parts().isDay()
        ? Optional.of(new Heading(at.parts(), hasWeekday && hasYear))
        : Optional.empty();
  }
}
