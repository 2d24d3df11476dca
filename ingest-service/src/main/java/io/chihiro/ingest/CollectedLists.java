package io.chihiro.ingest;

import io.chihiro.events.PlaylistKept;
import io.chihiro.ingest.history.HistoryFile.ListName;
import io.chihiro.ingest.history.PlayId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The playlists of an import, each put together from its rows.
final class CollectedLists {
  /// As much as fits into a record; Spotify's own limit is 10,000.
  private static final int MOST_ENTRIES = 20_000;

  private final String user;
  private final List<PlaylistKept.Entry> entries = new ArrayList<>();
  private long taken;
  private long songs;

  CollectedLists(String user) {
    this.user = user;
  }

  /// Adds to the list that is being read.
  ///
  /// @return whether there was room
  boolean add(PlaylistKept.Entry entry) {
    return entries.size() < MOST_ENTRIES && entries.add(entry);
  }

  /// The list that was read; empty if no song was in it.
  Optional<PlaylistKept> take(ListName list) {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    String id = list.source().name().toLowerCase(Locale.ROOT) + "-" + PlayId.hash(list.name());
    PlaylistKept kept =
        new PlaylistKept(user, id, list.name(), list.source(), List.copyOf(entries));
    taken++;
    songs += entries.size();
    entries.clear();
    return Optional.of(kept);
  }

  /// How many lists there were.
  long taken() {
    return taken;
  }

  /// How many songs were in them.
  long songs() {
    return songs;
  }
}
