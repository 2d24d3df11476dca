package io.chihiro.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/// How old a login is, where logins end: Spotify's six months after consent, and refreshing does
/// not extend that.
///
/// @param consentAt when the owner logged in
public record LoginAge(Instant consentAt) {
  private static final Period LIFETIME = Period.ofMonths(6);
  private static final long SOON_DAYS = 30;
  private static final long URGENT_DAYS = 7;

  /// What the owner should be told.
  public enum Warning {
    NONE,
    SOON,
    URGENT,
    ENDED
  }

  /// When it ends.
  public Instant endsAt() {
    return consentAt.atZone(ZoneOffset.UTC).plus(LIFETIME).toInstant();
  }

  /// Whole days since it began.
  public long days(Instant now) {
    return Duration.between(consentAt, now).toDays();
  }

  /// Whole days until it ends, 0 if it has.
  public long daysLeft(Instant now) {
    return Math.max(0, Duration.between(now, endsAt()).toDays());
  }

  /// What the owner should be told now.
  public Warning warning(Instant now) {
    Duration left = Duration.between(now, endsAt());
    if (!left.isPositive()) {
      return Warning.ENDED;
    }
    if (left.compareTo(Duration.ofDays(URGENT_DAYS)) <= 0) {
      return Warning.URGENT;
    }
    return left.compareTo(Duration.ofDays(SOON_DAYS)) <= 0 ? Warning.SOON : Warning.NONE;
  }
}
