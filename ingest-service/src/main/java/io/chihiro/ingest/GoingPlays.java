package io.chihiro.ingest;

import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.listening.SongName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Plays that are to be forgotten, and what goes beside the tombstone of each. Pure.
///
/// @param headers by key
record GoingPlays(Map<String, Map<String, String>> headers) {
  /// The plays that are wanted gone, and the songs of which none is left then.
  ///
  /// @param all plays of one user
  static GoingPlays of(Collection<TrackPlayed> all, Predicate<TrackPlayed> wanted) {
    Set<String> staying =
        all.stream().filter(wanted.negate()).map(GoingPlays::song).collect(Collectors.toSet());
    Map<String, Map<String, String>> headers = new LinkedHashMap<>();
    for (TrackPlayed play : all) {
      if (wanted.test(play)) {
        headers.put(
            play.key(),
            Optional.of(song(play))
                .filter(song -> !staying.contains(song))
                .map(LastOfSong::is)
                .orElse(Map.of()));
      }
    }
    return new GoingPlays(headers);
  }

  /// How many songs are played no more.
  long songs() {
    return headers.values().stream().filter(beside -> !beside.isEmpty()).distinct().count();
  }

  private static String song(TrackPlayed play) {
    return SongName.of(play.song()).id();
  }
}
