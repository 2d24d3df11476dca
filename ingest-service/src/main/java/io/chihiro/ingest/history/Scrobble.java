package io.chihiro.ingest.history;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.events.TrackPlayed.Stamp;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A play of which the start is told: what all scrobblers write down, each in its own way.
///
/// @param song what was played
/// @param album if told
/// @param spotifyUri if told
/// @param start when it began
/// @param length of the song, if told
/// @param skipped whether it was called skipped
/// @param ids other ids of the song
record Scrobble(
    Song song,
    Optional<String> album,
    Optional<String> spotifyUri,
    ToldTime start,
    Optional<Duration> length,
    boolean skipped,
    Map<String, String> ids) {

  TrackPlayed by(String user, Source source) {
    long milliseconds = length.map(Duration::toMillis).orElse(0L);
    var end = start.instant().plusMillis(milliseconds);
    return new TrackPlayed(
        user,
        PlayId.of(source, end, spotifyUri, song, milliseconds),
        song,
        album,
        spotifyUri,
        end,
        milliseconds,
        Optional.empty(),
        Optional.empty(),
        skipped,
        Optional.empty(),
        source,
        start.toTheMinute() ? Optional.of(Stamp.START_TO_THE_MINUTE) : Optional.empty(),
        ids);
  }
}
