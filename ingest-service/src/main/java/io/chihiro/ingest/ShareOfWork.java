package io.chihiro.ingest;

import io.chihiro.events.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What one copy of this service knows by itself of what waits.
///
/// @param imports that have not ended
/// @param plays of the caller that it has stored
/// @param touched days that wait, by the partition they are in
public record ShareOfWork(long imports, long plays, Map<Integer, Long> touched) {
  /// Of a copy that does not answer: something waits, and nobody knows of its partitions.
  static final ShareOfWork UNKNOWN = new ShareOfWork(1, 0, Map.of());

  /// Touched days of all partitions; one that no copy has just now may hold some.
  static long touched(List<ShareOfWork> all) {
    Set<Integer> known =
        all.stream().flatMap(each -> each.touched().keySet().stream()).collect(Collectors.toSet());
    long days =
        all.stream()
            .flatMap(each -> each.touched().values().stream())
            .mapToLong(Long::longValue)
            .sum();
    return days + Topics.PARTITIONS - known.size();
  }
}
