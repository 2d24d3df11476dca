package io.chihiro.training;

import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.Topics;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.models.tastes.Tastes;
import io.chihiro.training.LearnablePlays.Heard;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// `PLAYS + what each says of them + SONGS of whoever agrees → tastes`: read when a training
/// begins, and kept by nobody afterwards. Nothing is asked for of those who do not agree.
final class ReadTastes {
  private final String broker;
  private final Duration shortest;

  /// @param shortest a play below this does not count unless whoever heard it says otherwise
  ReadTastes(String broker, Duration shortest) {
    this.broker = broker;
    this.shortest = shortest;
  }

  /// What they took to, as far as models may learn from it: songs that enough people took to, and
  /// people who took to enough of these.
  Tastes read(Collection<String> agreeing) {
    TakenSongs taken = new TakenSongs();
    for (String user : new TreeSet<>(agreeing)) {
      read(new LatestOfUser(broker, user), taken);
    }
    return taken
        .tastes()
        .core(SharedTastes.CORE)
        .mostTaken(SharedTastes.MOST_SONGS)
        .core(SharedTastes.CORE);
  }

  private void read(LatestOfUser user, TakenSongs taken) {
    LearnablePlays learnable = user.learnable(shortest);
    Map<String, Optional<Heard>> plays = user.of(Topics.PLAYS, learnable::of);
    Map<String, SongDescribed> songs = user.of(Topics.SONGS, Function.identity());
    Map<String, Song> aliases = user.of(Topics.SONG_ALIASES, SongAliased::as);
    Map<String, List<String>> spelled = new HashMap<>();
    Map<String, Song> named = new HashMap<>();
    songs.forEach(
        (id, song) -> {
          spelled.put(id, LatestOfUser.names(song));
          named.put(id, song.named());
        });
    taken.add(
        user.user(),
        plays.values().stream().flatMap(Optional::stream).toList(),
        new SongIds(spelled, aliases),
        named);
  }
}
