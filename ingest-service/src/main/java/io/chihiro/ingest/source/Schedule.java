package io.chihiro.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a source was asked and when it may be asked again.
///
/// @param lastPoll when it last answered
/// @param nextPoll when it is asked next, if nothing forbids it
/// @param lockedUntil before this instant nothing at all is asked
/// @param failures troubles since it last answered
/// @param message what the owner should know, empty if all is well
public record Schedule(
    Optional<Instant> lastPoll,
    Instant nextPoll,
    Optional<Instant> lockedUntil,
    int failures,
    String message) {
  private static final int MOST_DOUBLINGS = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
  private static final Duration PAUSE_AFTER_NO = Duration.ofHours(6);

  /// Asked at once.
  public static Schedule fresh(Instant now) {
    return new Schedule(Optional.empty(), now, Optional.empty(), 0, "");
  }

  /// Whether nothing may be asked now.
  public boolean lockedOut(Instant now) {
    return lockedUntil.filter(now::isBefore).isPresent();
  }

  /// The earliest instant at which it may be asked.
  public Instant due() {
    return lockedUntil.filter(nextPoll::isBefore).orElse(nextPoll);
  }

  /// It answered.
  public Schedule answered(Instant now, Instant next, String told) {
    return new Schedule(Optional.of(now), next, lockedUntil, 0, told);
  }

  /// It is asked at once, unless it is locked.
  public Schedule soon(Instant now) {
    return new Schedule(lastPoll, now, lockedUntil, 0, "");
  }

  /// It did not answer: how long to wait follows from why.
  public Schedule troubled(Trouble trouble, Instant now, Duration interval) {
    return switch (trouble) {
      case Trouble.LockedOut(Instant until, String said) ->
          new Schedule(lastPoll, until, Optional.of(latest(until)), failures, said);
      case Trouble.LoginNeeded(String said) ->
          new Schedule(lastPoll, now, lockedUntil, failures + 1, said);
      case Trouble.Refused(String said) ->
          new Schedule(lastPoll, now.plus(PAUSE_AFTER_NO), lockedUntil, failures + 1, said);
      case Trouble.Unwell(String said) ->
          new Schedule(lastPoll, now.plus(pause(interval)), lockedUntil, failures + 1, said);
    };
  }

  private Instant latest(Instant until) {
    return lockedUntil.filter(until::isBefore).orElse(until);
  }

  // Twice as long each time; a long silence of ours would be a gap in the plays.
  private Duration pause(Duration interval) {
    Duration longer = interval.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration longest = LONGEST_PAUSE.compareTo(interval) > 0 ? LONGEST_PAUSE : interval;
    return longer.compareTo(longest) < 0 ? longer : longest;
  }
}
