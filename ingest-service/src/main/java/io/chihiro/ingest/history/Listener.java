package io.chihiro.ingest.history;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/// Whose history is read.
///
/// @param user whose plays they are
/// @param clock what a clock on the listener's wall meant, for stamps that name no zone
public record Listener(String user, Function<LocalDateTime, Instant> clock) {
  /// Somebody whose clock shows UTC.
  public static Listener atUtc(String user) {
    return new Listener(user, local -> local.toInstant(ZoneOffset.UTC));
  }
}
