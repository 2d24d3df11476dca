package io.chihiro.ocr.digital;

import io.chihiro.events.PageScanned.Account;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Checks rows at the door and keeps account of them.
final class Tally implements Rows {
  private static final int SHOWN_PROBLEMS = 3;

  private final RowRules rules;
  private final Rows next;
  private final SortedMap<String, Long> dropped = new TreeMap<>();
  private final Set<String> keys = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private long rows;
  private long stored;
  private long waiting;

  Tally(RowRules rules, Rows next) {
    this.rules = rules;
    this.next = next;
  }

  @Override
  public void take(Row row) {
    Optional<String> reason = rules.reasonAgainst(row.text());
    if (reason.isPresent()) {
      leaveOut(reason.get(), row.where());
      return;
    }
    if (row.key().filter(key -> !keys.add(key)).isPresent()) {
      leaveOut("repeated", row.where());
      return;
    }
    rows++;
    stored += row.date().isPresent() ? 1 : 0;
    waiting += row.date().isPresent() ? 0 : 1;
    next.take(row);
  }

  @Override
  public void leaveOut(String reason, String where) {
    rows++;
    dropped.merge(reason, 1L, Long::sum);
    if (problems.size() < SHOWN_PROBLEMS) {
      problems.add(where + ": " + reason);
    }
    next.leaveOut(reason, where);
  }

  Account account() {
    return new Account(rows, stored, dropped, waiting);
  }

  /// A sentence if some rows are no entries.
  Optional<String> problem() {
    if (problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "%d of %d rows hold no entry: %s%s."
            .formatted(
                rows - stored - waiting,
                rows,
                String.join("; ", problems),
                rows - stored - waiting > problems.size() ? "; …" : ""));
  }
}
