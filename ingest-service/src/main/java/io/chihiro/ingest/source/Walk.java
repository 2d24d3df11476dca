package io.chihiro.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far a history that is told newest first has been read, page by page.
///
/// A stretch is read from its newest end to its oldest; only when all of it is safe does
/// [#safeUpTo] move. So a kill in the middle costs one page, and the way back to the very first
/// listen is simply the first stretch.
///
/// @param safeUpTo everything before it has been read
/// @param stretch what is being read
public record Walk(Instant safeUpTo, Optional<Stretch> stretch) {
  /// Nothing has been read.
  public static final Walk BEGINNING = new Walk(Instant.EPOCH, Optional.empty());

  // The newest listen may carry the stamp of a clock that is a little fast.
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /// What is being read.
  ///
  /// @param from where it ends, inclusive
  /// @param to what is left lies before it
  /// @param upTo where it began
  /// @param edge listens of the last page's oldest second, which is read again
  public record Stretch(Instant from, Instant to, Instant upTo, List<String> edge) {
    public Stretch {
      edge = List.copyOf(edge);
    }

    /// What was not met on the page before.
    public List<Listen> fresh(List<Listen> page) {
      Set<String> met = new HashSet<>(edge);
      return page.stream().filter(each -> met.add(each.id())).toList();
    }
  }

  /// Whether it is still on its way back to the first listen.
  public boolean backwards() {
    return safeUpTo.equals(Instant.EPOCH);
  }

  /// The stretch under way, or a new one that reads the end of the last one again, because players
  /// hand listens in late.
  public Stretch next(Instant now, Duration overlap) {
    return stretch.orElseGet(
        () -> {
          Instant from = backwards() ? Instant.EPOCH : safeUpTo.minus(overlap);
          return new Stretch(from, now.plus(AHEAD), now, List.of());
        });
  }

  /// After a page of a stretch.
  ///
  /// @param last whether the source says that nothing older is left
  public Walk after(Stretch read, List<Listen> page, boolean last) {
    Optional<Instant> oldest = page.stream().map(Listen::at).min(Comparator.naturalOrder());
    if (last || oldest.isEmpty() || !oldest.get().isAfter(read.from())) {
      return new Walk(read.upTo(), Optional.empty());
    }
    Instant to = on(read, oldest.get());
    return new Walk(
        safeUpTo, Optional.of(new Stretch(read.from(), to, read.upTo(), edge(page, oldest.get()))));
  }

  // A page may end within a second; that second is read again, unless it fills whole pages.
  private static Instant on(Stretch read, Instant oldest) {
    Instant again = oldest.plusSeconds(1);
    return again.isBefore(read.to()) ? again : oldest;
  }

  private static List<String> edge(List<Listen> page, Instant oldest) {
    return page.stream().filter(each -> each.at().equals(oldest)).map(Listen::id).toList();
  }
}
