package io.chihiro.ingest.listening;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Plays as a test tells them.
public final class ToldPlays {
  private ToldPlays() {}

  /// A play as its source would tell it.
  ///
  /// @param milliseconds see [TrackPlayed#msPlayed]
  public static TrackPlayed told(Source source, Song song, Instant endedAt, long milliseconds) {
    return new TrackPlayed(
        "owner",
        "%d-%d-%x-%s".formatted(endedAt.getEpochSecond(), milliseconds, song.hashCode(), source),
        song,
        Optional.empty(),
        source == Source.SPOTIFY_EXTENDED_HISTORY
            ? Optional.of("spotify:track:%x".formatted(song.hashCode()))
            : Optional.empty(),
        endedAt,
        milliseconds,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        source,
        Optional.empty(),
        Map.of());
  }
}
