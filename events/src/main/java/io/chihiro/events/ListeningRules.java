package io.chihiro.events;

import java.time.LocalTime;
import java.util.Optional;

/// What counts as listening for somebody, and on which day it falls. What is absent is as the
/// installation has it.
///
/// @param user whose rules they are
/// @param zones time zones lived in, such as `Europe/Lisbon,2025-03-01:Asia/Tokyo`
/// @param dayEndsAt the hour of night at which a day ends
/// @param followsCountry whether a connection's country may place a play in that country's zone
/// @param shortestPlaySeconds a play below this does not count
/// @param skipsCount whether a play that was skipped counts, if it is long enough
/// @param secretCounts whether plays that were marked secret count
/// @param playsPerDay plays from which a song belongs to a day
/// @param apiPlaysTeach whether models may learn from what came through Spotify's API, against
///     Spotify's developer policy (III.14)
public record ListeningRules(
    String user,
    Optional<String> zones,
    Optional<LocalTime> dayEndsAt,
    Optional<Boolean> followsCountry,
    Optional<Integer> shortestPlaySeconds,
    Optional<Boolean> skipsCount,
    Optional<Boolean> secretCounts,
    Optional<Integer> playsPerDay,
    Optional<Boolean> apiPlaysTeach)
    implements Event {
  private static final String RULES = "rules";
  private static final LocalTime LATEST_END = LocalTime.of(10, 0);

  public ListeningRules {
    user = Check.user(user);
    dayEndsAt.ifPresent(
        end -> Check.require(!end.isAfter(LATEST_END), "dayEndsAt must not be after 10:00"));
    shortestPlaySeconds.ifPresent(seconds -> Check.notNegative("shortestPlaySeconds", seconds));
    playsPerDay.ifPresent(
        plays -> Check.require(plays > 0, "playsPerDay must be positive: " + plays));
  }

  /// Everything as the installation has it.
  public static ListeningRules none(String user) {
    return new ListeningRules(
        user,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// `user/rules`.
  public String key() {
    return Keys.of(user, RULES);
  }
}
