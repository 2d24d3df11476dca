package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The songs of a life, each once.
final class KnownSongs {
  private KnownSongs() {}

  /// A song and how it runs through the moments.
  ///
  /// @param plays on all of its days together
  /// @param days on which it was played often enough to belong to them
  record KnownSong(
      String title,
      String artist,
      int plays,
      int days,
      LocalDate firstPlayed,
      LocalDate lastPlayed,
      Optional<String> spotifyUri) {

    String identity() {
      return new Song(title, artist).identity();
    }

    boolean holds(String part) {
      return (title + " " + artist).toLowerCase(Locale.ROOT).contains(part);
    }

    private KnownSong and(KnownSong later) {
      return new KnownSong(
          later.title,
          later.artist,
          plays + later.plays,
          days + later.days,
          firstPlayed,
          later.lastPlayed,
          later.spotifyUri.or(() -> spotifyUri));
    }
  }

  /// Most played first.
  ///
  /// @param moments oldest first
  static List<KnownSong> of(Collection<Moment> moments) {
    Map<String, KnownSong> songs = new HashMap<>();
    for (Moment moment : moments) {
      for (SongPlays song : moment.songs()) {
        songs.merge(song.song().identity(), on(moment, song), KnownSong::and);
      }
    }
    return songs.values().stream()
        .sorted(
            Comparator.comparingInt(KnownSong::plays)
                .reversed()
                .thenComparing(KnownSong::title)
                .thenComparing(KnownSong::artist))
        .toList();
  }

  private static KnownSong on(Moment moment, SongPlays song) {
    return new KnownSong(
        song.song().title(),
        song.song().artist(),
        song.plays(),
        1,
        moment.date(),
        moment.date(),
        song.spotifyUri());
  }
}
