package io.chihiro.training;

import io.chihiro.door.Identity;
import io.chihiro.events.ListeningRules;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongAliased;
import io.chihiro.events.Topics;
import io.chihiro.training.LearnablePlays.Heard;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// `PLAYS + what the owner says of them + SONGS + PLAYLISTS → sequences`: read from end to end when
/// a training begins, and kept by nobody afterwards.
final class ReadSequences {
  private final OwnRecords records;
  private final Duration shortest;

  /// @param shortest a play below this does not count unless its owner says otherwise
  ReadSequences(String broker, Duration shortest) {
    this.records = new OwnRecords(broker);
    this.shortest = shortest;
  }

  /// What the owner of this machine heard together, as far as models may learn from it.
  OwnSequences read() {
    LearnablePlays learnable =
        new LearnablePlays(
            records.latest(Topics.LISTENING_RULES, Function.identity()).values().stream()
                .findFirst()
                .orElseGet(() -> ListeningRules.none(Identity.OWNER)),
            shortest,
            records.latestByRest(Topics.PLAY_CORRECTIONS, Function.identity()));
    Map<String, Optional<Heard>> plays = records.latest(Topics.PLAYS, learnable::of);
    Collection<Optional<List<String>>> lists =
        records.latest(Topics.PLAYLISTS, list -> songs(learnable, list)).values();
    Map<String, Song> aliases = records.latestByRest(Topics.SONG_ALIASES, SongAliased::as);
    return OwnSequences.of(
        plays.values().stream().flatMap(Optional::stream).toList(),
        lists.stream().flatMap(Optional::stream).toList(),
        new SongIds(records.latestByRest(Topics.SONGS, OwnRecords::names), aliases));
  }

  private static Optional<List<String>> songs(LearnablePlays learnable, PlaylistKept list) {
    return learnable.mayTeach(list)
        ? Optional.of(list.entries().stream().map(entry -> entry.song().identity()).toList())
        : Optional.empty();
  }
}
