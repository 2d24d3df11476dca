package io.chihiro.ingest.source;

import io.chihiro.events.PlaylistKept;

/// Where playlists of a source go on.
public interface PlaylistDoor {
  /// Stores a list in place of the one before and returns when it is safe.
  void store(PlaylistKept list);

  /// Forgets a list.
  void delete(String user, String list);
}
