package io.chihiro.training;

import io.chihiro.door.Identity;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Topics;
import io.chihiro.training.LearnablePlays.Heard;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `PLAYS + what the owner says of them + SONGS + PLAYLISTS → sequences`: read from end to end when
/// a training begins, and kept by nobody afterwards.
final class ReadSequences {
  private final LatestOfUser owner;
  private final Duration shortest;

  /// @param shortest a play below this does not count unless its owner says otherwise
  ReadSequences(String broker, Duration shortest) {
    this.owner = new LatestOfUser(broker, Identity.OWNER);
    this.shortest = shortest;
  }

  /// What the owner of this machine heard together, as far as models may learn from it.
  OwnSequences read() {
    LearnablePlays learnable = owner.learnable(shortest);
    Map<String, Optional<Heard>> plays = owner.of(Topics.PLAYS, learnable::of);
    Collection<Optional<List<String>>> lists =
        owner.of(Topics.PLAYLISTS, list -> songs(learnable, list)).values();
    return OwnSequences.of(
        plays.values().stream().flatMap(Optional::stream).toList(),
        lists.stream().flatMap(Optional::stream).toList(),
        owner.ids());
  }

  private static Optional<List<String>> songs(LearnablePlays learnable, PlaylistKept list) {
    return learnable.mayTeach(list)
        ? Optional.of(list.entries().stream().map(entry -> entry.song().identity()).toList())
        : Optional.empty();
  }
}
