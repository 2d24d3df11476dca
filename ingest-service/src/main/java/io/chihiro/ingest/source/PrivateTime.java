package io.chihiro.ingest.source;

import java.time.Duration;
import java.time.Instant;

/// A stretch in which a private session was seen: what was heard in it is not kept.
public record PrivateTime(Instant from, Instant to) {
  // A play is stamped a moment after it ended.
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  /// Whether a play that ended then was heard in it. The play before it ended where it begins.
  public boolean covers(Instant endedAt) {
    return endedAt.isAfter(from.plus(TOLERANCE)) && !endedAt.isAfter(to.plus(TOLERANCE));
  }
}
