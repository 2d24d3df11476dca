package io.chihiro.ingest.source;

import io.chihiro.events.TrackPlayed;
import java.util.List;
import java.util.stream.Stream;

/// Where plays of a source go on: the same way as those of a file.
public interface PlayDoor {
  /// Stores plays and returns when they are safe; storing one again changes nothing.
  void store(List<TrackPlayed> plays);

  /// Stores what of these listens is to be kept.
  default void keep(List<Listen> listens) {
    store(listens.stream().flatMap(PlayDoor::played).toList());
  }

  private static Stream<TrackPlayed> played(Listen listen) {
    return switch (listen) {
      case Listen.Kept kept -> Stream.of(kept.played());
      case Listen.Dropped _ -> Stream.empty();
    };
  }
}
