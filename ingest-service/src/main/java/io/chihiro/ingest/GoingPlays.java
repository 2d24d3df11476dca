package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.SongListed;
import io.chihiro.events.SongName;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Plays that are to be forgotten, and what goes beside the tombstone of each.
///
/// @param headers by key
/// @param unplayed keys of the songs of which no play is left
record GoingPlays(Map<String, Map<String, String>> headers, Set<String> unplayed) {
  /// The plays that are wanted gone, and the songs of which none is left then.
  ///
  /// @param all plays of one user
  static GoingPlays of(Collection<TrackPlayed> all, Predicate<TrackPlayed> wanted) {
    Set<String> staying =
        all.stream().filter(wanted.negate()).map(GoingPlays::song).collect(Collectors.toSet());
    Map<String, Map<String, String>> headers = new LinkedHashMap<>();
    Set<String> unplayed = new LinkedHashSet<>();
    for (TrackPlayed play : all) {
      if (wanted.test(play)) {
        boolean last = !staying.contains(song(play));
        headers.put(play.key(), last ? LastOfSong.is(song(play)) : Map.of());
        if (last) {
          unplayed.add(Keys.of(play.user(), song(play)));
        }
      }
    }
    return new GoingPlays(headers, unplayed);
  }

  /// Forgets them; safe after the next flush. With a song that no catalogue lists its words go.
  ///
  /// @param listed what catalogues say of this user's songs, asked only if that matters
  void leave(EventWriter events, Supplier<? extends Collection<SongListed>> listed) {
    headers.forEach((key, beside) -> events.delete(Topics.PLAYS, key, beside));
    if (unplayed.isEmpty()) {
      return;
    }
    Set<String> unknown = new LinkedHashSet<>(unplayed);
    listed.get().forEach(song -> unknown.remove(song.key()));
    unknown.forEach(song -> events.delete(Topics.LYRICS, song));
  }

  /// How many songs are played no more.
  long songs() {
    return unplayed.size();
  }

  private static String song(TrackPlayed play) {
    return SongName.of(play.song()).id();
  }
}
