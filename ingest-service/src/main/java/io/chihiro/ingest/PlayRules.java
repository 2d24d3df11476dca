package io.chihiro.ingest;

import io.chihiro.events.TrackPlayed;
import java.time.Duration;
import java.time.LocalDate;

/// What counts as listening, and on which day.
///
/// @param days which local day a play belongs to: the day it ended on
/// @param shortest a play below this does not count
/// @param playsPerDay plays from which a song belongs to a day
public record PlayRules(LocalDays days, Duration shortest, int playsPerDay) {
  public PlayRules {
    if (playsPerDay < 1) {
      throw new IllegalArgumentException("plays per day must be at least 1: " + playsPerDay);
    }
  }

  /// Whether a play counts.
  public boolean counts(TrackPlayed play) {
    return play.msPlayed() >= shortest.toMillis();
  }

  /// The local day of a play.
  public LocalDate day(TrackPlayed play) {
    return days.of(play.endedAt());
  }
}
