package io.chihiro.ingest.listening;

import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.listening.Listen.Reason;
import java.util.Optional;

/// How well two plays of one title, told by different sources, agree in time.
///
/// The end of one is compared with the end of the other, or start with start; a stamp to the minute
/// is the whole minute. What agrees to a few seconds is sure. What merely lies within the other is
/// believed only when nothing sure is left to match it with: sources pause, lag and cross-fade.
///
/// @param sure whether the stamps agree
/// @param reason in which way
/// @param seconds apart
record Likeness(boolean sure, Reason reason, long seconds) {
  private static final long SURE_SECONDS = 3;
  private static final long SURE_HEARD_MS = 1_500;

  /// Live histories lag, and fade one song into the next.
  private static final long END_SECONDS = 60;

  /// Scrobblers differ in what they call the beginning.
  private static final long START_SECONDS = 45;

  /// A pause makes a listen longer than what was heard of it.
  private static final long PAUSE_SECONDS = 120;

  /// Who begins as the other ends is the next listen.
  private static final long BEFORE_END_SECONDS = 5;

  private static final long MINUTE = 59;

  static Optional<Likeness> of(HeardPlay one, HeardPlay other) {
    if (one.stamp().tellsStart() && other.stamp().tellsStart()) {
      return bothStart(one, other);
    }
    if (one.stamp().tellsStart()) {
      return startWithin(one, other);
    }
    return other.stamp().tellsStart() ? startWithin(other, one) : bothEnd(one, other);
  }

  private static Optional<Likeness> bothEnd(HeardPlay one, HeardPlay other) {
    long apart = apart(one.endSecond(), minute(one), other.endSecond(), minute(other));
    boolean toTheMinute = one.stamp().toTheMinute() || other.stamp().toTheMinute();
    if (apart <= SURE_SECONDS && heardAlike(one, other)) {
      return Optional.of(
          new Likeness(true, toTheMinute ? Reason.SAME_MINUTE : Reason.SAME_END, apart));
    }
    return apart <= END_SECONDS || endsWithin(one, other) || endsWithin(other, one)
        ? Optional.of(new Likeness(false, Reason.WITHIN, apart))
        : Optional.empty();
  }

  private static boolean heardAlike(HeardPlay one, HeardPlay other) {
    return !one.tellsHeard()
        || !other.tellsHeard()
        || Math.abs(one.milliseconds() - other.milliseconds()) <= SURE_HEARD_MS;
  }

  // Only what is fetched live may name any moment of the listen.
  private static boolean endsWithin(HeardPlay live, HeardPlay whole) {
    return live.source() == Source.SPOTIFY_API
        && live.endSecond() > whole.startSecond() + BEFORE_END_SECONDS
        && live.endSecond() < whole.endSecond() + minute(whole);
  }

  private static Optional<Likeness> bothStart(HeardPlay one, HeardPlay other) {
    long apart = apart(one.startSecond(), minute(one), other.startSecond(), minute(other));
    return apart > START_SECONDS
        ? Optional.empty()
        : Optional.of(new Likeness(apart <= SURE_SECONDS, Reason.SAME_START, apart));
  }

  private static Optional<Likeness> startWithin(HeardPlay start, HeardPlay end) {
    long begun = start.startSecond();
    long apart = apart(begun, minute(start), end.startSecond(), minute(end));
    if (apart <= SURE_SECONDS) {
      return Optional.of(new Likeness(true, Reason.SAME_START, apart));
    }
    boolean within =
        begun + minute(start) >= end.startSecond() - PAUSE_SECONDS
            && begun <= end.endSecond() + minute(end) - BEFORE_END_SECONDS;
    return within ? Optional.of(new Likeness(false, Reason.WITHIN, apart)) : Optional.empty();
  }

  private static long minute(HeardPlay play) {
    return play.stamp().toTheMinute() ? MINUTE : 0;
  }

  /// How far two stretches are apart; 0 if they touch.
  private static long apart(long from, long length, long otherFrom, long otherLength) {
    return Math.max(0, Math.max(otherFrom - from - length, from - otherFrom - otherLength));
  }
}
