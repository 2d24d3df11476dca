package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Topics;
import io.chihiro.ingest.source.PlaylistDoor;

/// `live playlists → PLAYLISTS`.
final class WritePlaylists implements PlaylistDoor {
  private final EventWriter events;

  WritePlaylists(EventWriter events) {
    this.events = events;
  }

  @Override
  public void store(PlaylistKept list) {
    events.write(Topics.PLAYLISTS, list.key(), list);
    events.flush();
  }

  @Override
  public void delete(String user, String list) {
    events.delete(Topics.PLAYLISTS, Keys.of(user, list));
    events.flush();
  }
}
