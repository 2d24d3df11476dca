package io.chihiro.models;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Orders songs by a number each.
final class SongWorth {
  private SongWorth() {}

  /// The songs worth most, best first; of equals the one whose identity comes first.
  static List<String> best(Map<String, Double> worth, int limit) {
    return worth.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
