package io.chihiro.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Writes an extended streaming history of as many rows as asked, day after day, and counts what it
/// wrote, so that an importer's work on years of listening can be checked and timed.
///
/// Rows stream into the zip; only the counts are kept.
public final class LargeExport {
  private static final int FILE_ROWS = 17_000;

  /// What is true of a written export.
  ///
  /// @param account the account that an import must give
  /// @param plays counting plays per local day and song
  public record Truth(ImportAccount account, SortedMap<LocalDate, Map<SongName, Integer>> plays) {
    /// The days of a journal with their songs of at least three counting plays.
    public List<ExpectedMoment> moments(SortedSet<LocalDate> journal) {
      return journal.stream()
          .map(date -> ExpectedMoment.of(date, plays.getOrDefault(date, Map.of())))
          .toList();
    }
  }

  private final long seed;
  private final int rows;
  private final ZoneTimeline zones;
  private final LocalDate from;

  /// An export to be written.
  ///
  /// @param seed the same seed makes the same bytes
  /// @param rows how many rows, all files together
  /// @param zones where the listener is
  /// @param from the first day; about eighty rows a day follow
  public LargeExport(long seed, int rows, ZoneTimeline zones, LocalDate from) {
    if (rows < 1) {
      throw new IllegalArgumentException("an export has at least one row, not " + rows);
    }
    this.seed = seed;
    this.rows = rows;
    this.zones = zones;
    this.from = from;
  }

  /// Writes the zip and says what is true of it.
  public Truth write(Path file) throws IOException {
    PlaysPerDay plays = new PlaysPerDay(zones);
    Map<String, Integer> fates = new TreeMap<>();
    LargeDays days = new LargeDays(from, zones, new Random(seed));
    try (HistoryZip zip = new HistoryZip(file)) {
      List<Row> waiting = new ArrayList<>();
      for (int written = 0, part = 0; written < rows; part++) {
        int size = Math.min(FILE_ROWS, rows - written);
        days.fill(waiting, size);
        List<Row> now = waiting.subList(0, size);
        writePart(zip, part, now);
        now.forEach(row -> count(row, fates, plays));
        now.clear();
        written += size;
      }
    }
    return new Truth(ImportAccount.of(fates), plays.days());
  }

  private static void writePart(HistoryZip zip, int part, List<Row> rows) throws IOException {
    String name =
        "Streaming_History_Audio_%d-%d_%d.json"
            .formatted(year(rows.getFirst()), year(rows.getLast()), part);
    try (HistoryZip.RowsFile json = zip.file(name)) {
      for (Row row : rows) {
        json.write(row.json());
      }
    }
  }

  private static int year(Row row) {
    return Integer.parseInt(row.json().path("ts").asText().substring(0, 4));
  }

  private static void count(Row row, Map<String, Integer> fates, PlaysPerDay plays) {
    fates.merge(row.fate().reason(), 1, Integer::sum);
    if (row.fate() == Fate.STORED) {
      row.play().ifPresent(plays::add);
    }
  }
}
