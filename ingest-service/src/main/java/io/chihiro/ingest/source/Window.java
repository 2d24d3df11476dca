package io.chihiro.ingest.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /// The gaps that are known after an answer: a hole before it is one more, and an answer that
  /// shows again what it had left behind makes an older one shorter.
  public List<Gap> gaps(List<Gap> before, List<Listen> answer, Instant now) {
    if (known.isEmpty() || answer.isEmpty()) {
      return before;
    }
    Instant oldest = answer.stream().map(Listen::at).min(Comparator.naturalOrder()).orElseThrow();
    Instant newest = answer.stream().map(Listen::at).max(Comparator.naturalOrder()).orElseThrow();
    return Stream.concat(
            before.stream().map(gap -> gap.narrowedBy(oldest, newest)),
            hole(answer, oldest, now).stream())
        .toList();
  }

  private Optional<Gap> hole(List<Listen> answer, Instant oldest, Instant now) {
    Set<String> met = ids();
    Instant latest = known.getFirst().at();
    boolean apart = answer.stream().noneMatch(each -> met.contains(each.id()));
    return apart && oldest.isAfter(latest)
        ? Optional.of(new Gap(latest, oldest, now, Optional.empty()))
        : Optional.empty();
  }

  /// With what an answer told; of all that, the latest `most` are remembered.
  public Window with(List<Listen> answer, int most) {
    // Every few minutes of the years when nobody listens.
    if (fresh(answer).isEmpty()) {
      return this;
    }
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
