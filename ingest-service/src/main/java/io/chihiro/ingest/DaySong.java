package io.chihiro.ingest;

import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.ingest.listening.Listen;
import io.chihiro.ingest.listening.PlayRules;
import java.util.Optional;

/// A song on one day, counted listen by listen in the order of time.
///
/// @param song as the latest listen spells it
/// @param spotifyUri as the latest listen that has one tells it
/// @param plays how many counted
/// @param learnable of how many models may learn
record DaySong(Song song, Optional<String> spotifyUri, int plays, int learnable) {
  static DaySong none(Song song) {
    return new DaySong(song, Optional.empty(), 0, 0);
  }

  DaySong plus(Listen listen, PlayRules rules) {
    return new DaySong(
        listen.song(),
        listen.spotifyUri().or(() -> spotifyUri),
        plays + 1,
        learnable + (rules.mayTeach(listen) ? 1 : 0));
  }

  SongPlays toSongPlays(int playsPerDay) {
    return new SongPlays(song, plays, spotifyUri, taught(playsPerDay));
  }

  private Optional<Integer> taught(int playsPerDay) {
    if (learnable == plays) {
      return Optional.empty();
    }
    return Optional.of(learnable < playsPerDay ? 0 : learnable);
  }
}
