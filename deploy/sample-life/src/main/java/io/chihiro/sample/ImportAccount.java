package io.chihiro.sample;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The account that an import of an export must give: rows = stored + all that was dropped.
///
/// @param rows in all files together
/// @param stored as plays, skips included
/// @param dropped how many, by reason
public record ImportAccount(int rows, int stored, SortedMap<String, Integer> dropped) {
  public ImportAccount {
    dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
    int sum = stored + dropped.values().stream().mapToInt(Integer::intValue).sum();
    if (sum != rows) {
      throw new IllegalArgumentException(
          "the account does not balance: " + rows + " rows, " + sum + " accounted for");
    }
  }

  static ImportAccount of(Collection<Row> rows) {
    TreeMap<String, Integer> fates = new TreeMap<>();
    rows.forEach(row -> fates.merge(row.fate().reason(), 1, Integer::sum));
    return of(fates);
  }

  static ImportAccount of(Map<String, Integer> fates) {
    TreeMap<String, Integer> dropped = new TreeMap<>(fates);
    Integer stored = dropped.remove(Fate.STORED.reason());
    int all = fates.values().stream().mapToInt(Integer::intValue).sum();
    return new ImportAccount(all, stored == null ? 0 : stored, dropped);
  }
}
