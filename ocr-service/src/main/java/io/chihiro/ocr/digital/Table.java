package io.chihiro.ocr.digital;

import io.chihiro.door.upload.BrokenUploadException;
import io.chihiro.events.EntryRead.DateSource;
import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Comma-separated values with a header that names a day and a text, such as Daylio's
/// `full_date,date,weekday,time,mood,activities,note_title,note`.
final class Table implements JournalFormat {
  private static final Set<String> NAMES = Set.of("", "csv", "tsv", "txt");
  private static final List<String> DAYS =
      List.of(
          "full_date",
          "date",
          "entry_date",
          "day",
          "datum",
          "fecha",
          "created_at",
          "created",
          "creation date",
          "datetime",
          "timestamp");
  private static final List<String> TEXTS =
      List.of("text", "entry", "note", "notes", "content", "body", "journal", "message", "eintrag");
  private static final List<String> TITLES = List.of("note_title", "title");
  private static final Pattern CLOCK =
      Pattern.compile("(?<!\\d)(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:[.]\\d+)?(?: ?([AaPp])[Mm])?");

  @Override
  public boolean recognises(Head head, RowRules rules) {
    return NAMES.contains(head.extension()) && columns(head.firstLine()).isPresent();
  }

  @Override
  public void read(Member member, RowRules rules, Rows rows) throws IOException {
    var table = new SeparatedValues(member);
    Columns columns =
        Columns.of(table.next())
            .orElseThrow(
                () -> new BrokenUploadException(member.title() + " names no day and no text."));
    int number = 1;
    for (List<String> cells = table.next(); !cells.isEmpty(); cells = table.next()) {
      number++;
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        rows.take(columns.row(cells, member.where("row " + number), rules));
      }
    }
  }

  private static Optional<Columns> columns(String header) {
    try {
      return Columns.of(new SeparatedValues("header", new StringReader(header)).next());
    } catch (IOException e) {
      // A quote that never ends: no header.
      return Optional.empty();
    }
  }

  /// Which column holds what; -1 for none.
  private record Columns(int day, int time, int title, int text) {
    static Optional<Columns> of(List<String> header) {
      List<String> names =
          header.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
      OptionalInt day = first(names, DAYS);
      OptionalInt text = first(names, TEXTS);
      if (day.isEmpty() || text.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Columns(
              day.getAsInt(),
              names.indexOf("time"),
              first(names, TITLES).orElse(-1),
              text.getAsInt()));
    }

    private static OptionalInt first(List<String> names, List<String> wanted) {
      return wanted.stream().mapToInt(names::indexOf).filter(index -> index >= 0).findFirst();
    }

    Row row(List<String> cells, String where, RowRules rules) {
      String written = cell(cells, day).strip();
      Optional<LocalDate> date =
          NamedDay.inField(written, rules::isSane).or(() -> rules.written(written));
      Optional<LocalTime> clock = clock(cell(cells, time)).or(() -> clock(written));
      List<String> parts = new ArrayList<>(List.of(cell(cells, title), cell(cells, text)));
      parts.removeIf(String::isBlank);
      return Row.of(
          where,
          Optional.empty(),
          date,
          DateSource.FRONT_MATTER,
          NoteText.of(String.join("\n\n", parts)),
          date.flatMap(known -> clock.map(time -> LocalDateTime.of(known, time))));
    }

    private static String cell(List<String> cells, int index) {
      return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }

    private static Optional<LocalTime> clock(String value) {
      Matcher found = CLOCK.matcher(value);
      try {
        return found.find()
            ? Optional.of(LocalTime.of(hour(found), Integer.parseInt(found.group(2))))
            : Optional.empty();
      } catch (DateTimeException e) {
        // 25:61 is no time of day; the row has a day all the same.
        return Optional.empty();
      }
    }

    private static int hour(Matcher found) {
      int hour = Integer.parseInt(found.group(1));
      String half = found.group(4);
      return half == null ? hour : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
  }
}
