package io.chihiro.ingest.source;

import java.time.Instant;
import java.util.Optional;

/// A stretch in which listens are missing, because a source tells only the latest ones.
///
/// @param from the last listen known before it
/// @param to the first listen known after it
/// @param foundAt when it was noticed
/// @param closedAt when an export had brought what was missing
public record Gap(Instant from, Instant to, Instant foundAt, Optional<Instant> closedAt) {
  public Gap {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a gap must end after it begins");
    }
  }

  /// Whether it still waits for an export.
  public boolean open() {
    return closedAt.isEmpty();
  }

  /// Shorter, if a list that reaches over its end shows what lay before that end.
  Gap narrowedBy(Instant oldest, Instant newest) {
    boolean inside = oldest.isAfter(from) && oldest.isBefore(to) && !newest.isBefore(to);
    return open() && inside ? new Gap(from, oldest, foundAt, closedAt) : this;
  }

  /// Closed if `first` to `last` covers it.
  public Gap closedBy(Instant first, Instant last, Instant now) {
    boolean covered = !first.isAfter(from) && !last.isBefore(to);
    return open() && covered ? new Gap(from, to, foundAt, Optional.of(now)) : this;
  }
}
