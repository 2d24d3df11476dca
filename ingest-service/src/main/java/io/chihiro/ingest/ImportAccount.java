package io.chihiro.ingest;

import java.util.Map;
import java.util.TreeMap;

/// Where every row of an import went: `rows = stored + dropped + waiting`, always.
///
/// @param rows read so far
/// @param stored safe on the broker
/// @param dropped by reason, in the words a person sees
/// @param waiting read, but not yet safe
public record ImportAccount(long rows, long stored, Map<String, Long> dropped, long waiting) {
  public static final ImportAccount EMPTY = new ImportAccount(0, 0, Map.of(), 0);

  public ImportAccount {
    dropped = Map.copyOf(dropped);
    long sum = stored + waiting + dropped.values().stream().mapToLong(Long::longValue).sum();
    if (rows != sum) {
      throw new IllegalArgumentException("the account does not balance: " + rows + " != " + sum);
    }
  }

  /// Counts rows as they are read.
  static final class Tally {
    private final Map<String, Long> dropped = new TreeMap<>();
    private long rows;
    private long stored;
    private long waiting;

    /// Counts on from an account of rows that are safe.
    static Tally from(ImportAccount before) {
      Tally tally = new Tally();
      tally.rows = before.rows() - before.waiting();
      tally.stored = before.stored();
      tally.dropped.putAll(before.dropped());
      return tally;
    }

    /// A row that is kept.
    void taken() {
      rows++;
      waiting++;
    }

    /// A row that is not kept.
    ///
    /// @param reason in the words a person sees
    void dropped(String reason) {
      rows++;
      dropped.merge(reason, 1L, Long::sum);
    }

    void allSafe() {
      stored += waiting;
      waiting = 0;
    }

    long rows() {
      return rows;
    }

    ImportAccount account() {
      return new ImportAccount(rows, stored, dropped, waiting);
    }
  }
}
