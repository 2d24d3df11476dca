package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ocr.DateFinding.Written;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// The table of written dates, `written-dates.txt`.
class WrittenDatesTest {
  private static final String PARTED = " | ";
  private static final String NO_DATE = "-";
  private static final int LEAST_ROWS = 150;
  private static final double LEAST_SHARE = 0.97;
  private static final DateHints HINTS =
      new DateHints(
          DayOrder.DAY_FIRST, Optional.of(LocalDate.of(2024, 11, 20)), LocalDate.of(2026, 11, 23));

  private record Row(String line, String expected) {
    static Row of(String written) {
      int end = written.lastIndexOf(PARTED);
      return new Row(
          written.substring(0, end).strip(), written.substring(end + PARTED.length()).strip());
    }

    boolean isFalseFriend() {
      return expected.equals(NO_DATE);
    }

    String found() {
      return EntryDate.find(line + "\nWe walked to the harbour.", HINTS)
              instanceof Written(var date, _, _)
          ? date.toString()
          : NO_DATE;
    }

    boolean isRight() {
      return found().equals(expected);
    }
  }

  @Test
  void almostEveryWrittenDateIsUnderstood(TestReporter reporter) throws IOException {
    List<Row> rows = rows();
    List<Row> wrong = rows.stream().filter(row -> !row.isRight()).toList();
    double share = 1 - (double) wrong.size() / rows.size();
    reporter.publishEntry(
        "written dates", "%.3f of %d right, wrong: %s".formatted(share, rows.size(), wrong));
    assertTrue(rows.size() >= LEAST_ROWS, "there are only " + rows.size() + " rows");
    assertTrue(share >= LEAST_SHARE, "only " + share + " are right, wrong are " + wrong);
  }

  @Test
  void noFalseFriendIsTaken() throws IOException {
    List<Row> friends = rows().stream().filter(Row::isFalseFriend).toList();
    assertTrue(friends.size() > 50, "there are only " + friends.size());
    assertEquals(List.of(), friends.stream().filter(row -> !row.isRight()).toList());
  }

  private static List<Row> rows() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(WrittenDatesTest.class.getResourceAsStream("written-dates.txt"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(PARTED))
          .map(Row::of)
          .toList();
    }
  }
}
