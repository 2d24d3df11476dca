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

  /// What of a song's record is needed; of the rest nothing stays in memory.
  private record Names(Song named, List<String> all) {
    static Names of(SongDescribed song) {
      return new Names(song.named(), LatestOfUser.names(song));
    }
  }

  private void read(LatestOfUser user, TakenSongs taken) {
    LearnablePlays learnable = user.learnable(shortest);
    Map<String, Optional<Heard>> plays = user.of(Topics.PLAYS, learnable::of);
    Map<String, Names> songs = user.of(Topics.SONGS, Names::of);
    Map<String, Song> aliases = user.of(Topics.SONG_ALIASES, SongAliased::as);
    Map<String, List<String>> spelled = new HashMap<>();
    Map<String, Song> named = new HashMap<>();
    songs.forEach(
        (id, song) -> {
          spelled.put(id, song.all());
          named.put(id, song.named());
        });
    taken.add(
        user.user(),
        plays.values().stream().flatMap(Optional::stream).toList(),
        new SongIds(spelled, aliases),
        named);
  }
}
