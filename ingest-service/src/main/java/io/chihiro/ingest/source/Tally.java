package io.chihiro.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of every listen that a source told: `told = stored + dropped`.
///
/// @param dropped by reason
public record Tally(long told, long stored, Map<String, Long> dropped) {
  /// Nothing yet.
  public static final Tally EMPTY = new Tally(0, 0, Map.of());

  public Tally {
    dropped = Map.copyOf(dropped);
  }

  /// With listens that were not met before.
  public Tally with(List<Listen> fresh) {
    long kept = stored;
    Map<String, Long> reasons = new TreeMap<>(dropped);
    for (Listen each : fresh) {
      switch (each) {
        case Listen.Kept _ -> kept++;
        case Listen.Dropped gone -> reasons.merge(gone.reason(), 1L, Long::sum);
      }
    }
    return new Tally(told + fresh.size(), kept, reasons);
  }
}
