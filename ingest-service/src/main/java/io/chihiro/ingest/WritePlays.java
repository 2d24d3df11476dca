package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.source.PlayDoor;
import java.util.List;

/// `live plays → PLAYS`: the topic that file imports write to, under keys of their own.
final class WritePlays implements PlayDoor {
  private final EventWriter events;

  WritePlays(EventWriter events) {
    this.events = events;
  }

  @Override
  public void store(List<TrackPlayed> plays) {
    plays.forEach(play -> events.write(Topics.PLAYS, play.key(), play));
    if (!plays.isEmpty()) {
      events.flush();
    }
  }
}
