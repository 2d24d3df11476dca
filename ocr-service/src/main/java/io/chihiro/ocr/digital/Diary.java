package io.chihiro.ocr.digital;

import io.chihiro.events.EntryRead.DateSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// One long text in which each day begins with a line that tells it, as people keep diaries in a
/// word processor, and as jrnl writes them (`[2024-03-05 21:40] Rain.`).
///
/// What stands before the first such line waits for a date.
final class Diary implements JournalFormat {
  private static final int FEWEST_DAYS = 2;
  private static final int LONGEST_HEADING = 48;
  private static final int MOST_CHARACTERS = 1_000_000;
  private static final Set<String> NAMES = Set.of("", "txt", "text", "md", "markdown");
  private static final Pattern STAMPED =
      Pattern.compile(
          "^\\[?\\d{4}-\\d{2}-\\d{2} \\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AaPp][Mm])?\\]?(?: .*)?$");
  private static final Pattern STAMP =
      Pattern.compile("^\\[?([\\d-]{10})[^\\]A-Za-z]*(?:[AaPp][Mm])?\\]? ?");
  private static final Pattern DIGIT = Pattern.compile("\\d");

  @Override
  public boolean recognises(Head head, RowRules rules) {
    if (!NAMES.contains(head.extension())
        || FrontMatter.of(head.text()).date().isPresent()
        || NamedDay.inPath(head.path(), rules::isSane).isPresent()) {
      return false;
    }
    boolean above = true;
    int days = 0;
    for (String line : head.text().lines().toList()) {
      days += heading(line, above, rules).isPresent() ? 1 : 0;
      above = line.isBlank();
      if (days == FEWEST_DAYS) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void read(Member member, RowRules rules, Rows rows) throws IOException {
    BufferedReader lines = member.reader();
    Day day = new Day(Optional.empty(), 1);
    boolean above = true;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      Optional<LocalDate> heading = heading(line, above, rules);
      above = line.isBlank();
      if (heading.isPresent()) {
        day.end(member, rows);
        day = new Day(heading, number);
        day.add(STAMPED.matcher(line).matches() ? STAMP.matcher(line).replaceFirst("") : "");
      } else {
        day.add(line);
      }
    }
    day.end(member, rows);
  }

  // A line within a paragraph is part of the story.
  private static Optional<LocalDate> heading(String line, boolean blankAbove, RowRules rules) {
    if (!DIGIT.matcher(line).find()) {
      return Optional.empty();
    }
    if (STAMPED.matcher(line).matches()) {
      return NamedDay.inName(line.substring(0, Math.min(12, line.length())), rules::isSane);
    }
    boolean marked = line.startsWith("#");
    return (blankAbove || marked) && line.strip().length() <= LONGEST_HEADING
        ? rules.written(line.strip())
        : Optional.empty();
  }

  /// The lines of one day so far.
  private static final class Day {
    private final Optional<LocalDate> date;
    private final int line;
    private final StringBuilder text = new StringBuilder();

    Day(Optional<LocalDate> date, int line) {
      this.date = date;
      this.line = line;
    }

    void add(String more) {
      if (text.length() <= MOST_CHARACTERS) {
        text.append(more).append('\n');
      }
    }

    void end(Member member, Rows rows) {
      String words = NoteText.of(text.toString());
      if (date.isEmpty() && words.isEmpty()) {
        return;
      }
      rows.take(
          Row.of(
              member.where("line " + line),
              Optional.empty(),
              date,
              DateSource.WRITTEN,
              words,
              Optional.empty()));
    }
  }
}
