package io.chihiro.ingest.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The latest listens of a source that tells only its latest ones.
///
/// @param known newest first; more than one answer holds, because a list may lag for hours and show
///     again what it showed before
public record Window(List<Known> known) {
  /// Nothing was ever heard.
  public static final Window EMPTY = new Window(List.of());

  /// A listen that was met before.
  public record Known(String id, Instant at) {}

  public Window {
    known = List.copyOf(known);
  }

  /// Listens that were not met before, each once.
  public List<Listen> fresh(List<Listen> answer) {
    Set<String> met = ids();
    return answer.stream().filter(each -> met.add(each.id())).toList();
  }

  /// The hole between what was known and an answer that knows none of it.
  public Optional<Gap> gapBefore(List<Listen> answer, Instant now) {
    Set<String> met = ids();
    if (known.isEmpty()
        || answer.isEmpty()
        || answer.stream().anyMatch(e -> met.contains(e.id()))) {
      return Optional.empty();
    }
    Instant newest = known.getFirst().at();
    Instant oldest = answer.stream().map(Listen::at).min(Comparator.naturalOrder()).orElseThrow();
    return oldest.isAfter(newest)
        ? Optional.of(new Gap(newest, oldest, now, Optional.empty()))
        : Optional.empty();
  }

  /// With what an answer told; of all that, the latest `most` are remembered.
  public Window with(List<Listen> answer, int most) {
    Map<String, Known> all = new HashMap<>();
    known.forEach(each -> all.put(each.id(), each));
    answer.forEach(each -> all.put(each.id(), new Known(each.id(), each.at())));
    return new Window(
        all.values().stream()
            .sorted(Comparator.comparing(Known::at).reversed().thenComparing(Known::id))
            .limit(most)
            .toList());
  }

  private Set<String> ids() {
    Set<String> ids = new HashSet<>();
    known.forEach(each -> ids.add(each.id()));
    return ids;
  }
}
