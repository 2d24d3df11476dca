package io.chihiro.ingest;

import io.chihiro.events.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// Where a play lies in its store: `user/second/play`, so that any stretch of time is one range.
///
/// A play's id begins with the second at which it ended, so that the place of a play can be told by
/// its key alone, also of one that is to be forgotten.
final class PlayPlace {
  private static final int DIGITS = 10;

  private PlayPlace() {}

  static String of(String key, long endSecond) {
    return Keys.of(Keys.user(key), second(endSecond), Keys.rest(key));
  }

  /// The place that a play's own id tells; empty if it tells none.
  static Optional<String> told(String key) {
    String play = Keys.rest(key);
    int end = play.indexOf('-');
    if (end < 1 || end > DIGITS || !play.chars().limit(end).allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return Optional.of(of(key, Long.parseLong(play.substring(0, end))));
  }

  /// Where a stretch of time begins, or ends if it is not to be contained.
  static String from(String user, Instant instant) {
    return Keys.of(user, second(instant.getEpochSecond()));
  }

  /// The UTC date of the plays at a place.
  static LocalDate date(String place) {
    int begin = place.indexOf('/') + 1;
    long second = Long.parseLong(place.substring(begin, begin + DIGITS));
    return LocalDate.ofInstant(Instant.ofEpochSecond(second), ZoneOffset.UTC);
  }

  private static String second(long second) {
    String digits = Long.toString(Math.max(0, second));
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }
}
