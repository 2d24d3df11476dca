package io.chihiro.recommend.index;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The store's twin in memory. Thread-safe.
public final class InMemoryDays implements DayStore {
  private final Map<String, DayChange> halves = new TreeMap<>();
  private final Map<String, Long> positions = new TreeMap<>();

  @Override
  public synchronized void apply(List<DayChange> changes, Map<String, Long> reached) {
    for (DayChange change : changes) {
      String key = change.user() + " " + change.version() + " " + change.date();
      if (change.bytes().isEmpty()) {
        halves.remove(key);
        continue;
      }
      halves.put(key, change);
    }
    positions.putAll(reached);
  }

  @Override
  public synchronized List<DayChange> moments(String user) {
    return of(user, "");
  }

  @Override
  public synchronized List<DayChange> vectors(String user, String version) {
    return of(user, version);
  }

  @Override
  public synchronized Map<String, Long> positions() {
    return Map.copyOf(positions);
  }

  private List<DayChange> of(String user, String version) {
    return halves.values().stream()
        .filter(change -> change.user().equals(user) && change.version().equals(version))
        .toList();
  }

  /// Forgets everything, as a flushed cache does.
  public synchronized void flush() {
    halves.clear();
    positions.clear();
  }
}
