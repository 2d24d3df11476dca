package io.chihiro.ingest;

import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import java.util.Optional;

/// A song on one day, and how many plays of it counted.
///
/// @param song as the latest play spelled it
/// @param spotifyUri as the latest play that had one told it
/// @param plays never negative
record DaySong(Song song, Optional<String> spotifyUri, int plays) {
  static DaySong none(Song song) {
    return new DaySong(song, Optional.empty(), 0);
  }

  DaySong plus(TrackPlayed play) {
    return new DaySong(play.song(), play.spotifyUri().or(() -> spotifyUri), plays + 1);
  }

  DaySong minusOne() {
    return new DaySong(song, spotifyUri, Math.max(0, plays - 1));
  }

  SongPlays toSongPlays() {
    return new SongPlays(song, plays, spotifyUri);
  }
}
