package io.chihiro.ingest.source;

import io.chihiro.events.Keys;
import io.chihiro.events.PlaylistKept;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where playlists go in tests.
public final class InMemoryLists implements PlaylistDoor {
  private final TreeMap<String, PlaylistKept> lists = new TreeMap<>();
  private int writes;

  @Override
  public void store(PlaylistKept list) {
    lists.put(list.key(), list);
    writes++;
  }

  @Override
  public void delete(String user, String list) {
    lists.remove(Keys.of(user, list));
  }

  /// What is there, by key.
  public SortedMap<String, PlaylistKept> all() {
    return lists;
  }

  /// How often something was written.
  public int writes() {
    return writes;
  }
}
