package io.chihiro.events;

import java.time.Instant;

/// Says of a record on a dead-letter topic that somebody has seen to it. The record itself stays
/// where it is until its topic forgets it.
///
/// @param user whose record it is
/// @param id which one, as [RejectedId] writes it
/// @param outcome what became of it
/// @param at when
public record RejectedHandled(String user, String id, Outcome outcome, Instant at)
    implements Event {
  /// What became of a rejected record.
  public enum Outcome {
    /// It was put back to where it came from. What is rejected again is another record.
    REPLAYED,
    /// Its owner does not want it any more.
    PUT_AWAY
  }

  public RejectedHandled {
    user = Check.user(user);
    id = Check.text("id", id);
    Check.require(outcome != null, "outcome must be given");
    Check.require(at != null, "at must be given");
  }

  /// `user/id`.
  public String key() {
    return Keys.of(user, id);
  }
}
