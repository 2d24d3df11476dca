package io.chihiro.ingest.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.PlaylistKept;
import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.ListSource;
import io.chihiro.ingest.source.Lists;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.PlaylistDoor;
import io.chihiro.ingest.source.Trouble;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The owner's playlists, as Spotify tells them since 2026: `/playlists/{id}/items`, each entry's
/// song under `item` (`track` before), and only lists of one's own have entries at all.
final class SpotifyPlaylists implements ListSource {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int PAGE = 50;
  // Few lists at a time: plays come first, and a new owner may have hundreds.
  private static final int LISTS_A_LOOK = 5;
  private static final int MOST_PAGES = 200;

  private final SpotifyApi api;
  private final PlaylistDoor door;
  private final InstantSource clock;

  SpotifyPlaylists(SpotifyApi api, PlaylistDoor door, InstantSource clock) {
    this.api = api;
    this.door = door;
    this.clock = clock;
  }

  /// One list as the overview names it.
  private record Named(String id, String name, String version) {
    static Named of(JsonNode list) {
      String id = list.path("id").asText("");
      return new Named(
          id,
          SpotifyTrack.text(list, "name").orElse("A list without a name"),
          list.path("snapshot_id").asText(""));
    }

    String key() {
      return "spotify-" + id;
    }
  }

  @Override
  public Outcome<Lists> read(Connection connection) throws InterruptedException {
    return pages(connection.user(), "/me/playlists").then(all -> read(connection, named(all)));
  }

  private static List<Named> named(List<JsonNode> lists) {
    return lists.stream().map(Named::of).filter(list -> !list.id().isEmpty()).toList();
  }

  private Outcome<Lists> read(Connection connection, List<Named> present)
      throws InterruptedException {
    Lists known = withoutGone(connection, present);
    int read = 0;
    for (Named list : present) {
      if (list.version().equals(known.known().get(list.key()))) {
        continue;
      }
      if (++read > LISTS_A_LOOK) {
        return new Got<>(known.later(clock.instant()));
      }
      Outcome<List<JsonNode>> entries =
          pages(connection.user(), "/playlists/" + list.id() + "/items");
      switch (entries) {
        case Got<List<JsonNode>>(List<JsonNode> rows) -> keep(connection.user(), list, rows);
        // Somebody else's list: it stays without entries, and is not asked for again.
        case Failed<List<JsonNode>>(Trouble.Refused _) -> {}
        case Failed<List<JsonNode>>(Trouble trouble) -> {
          return new Failed<>(trouble);
        }
      }
      known = known.with(list.key(), list.version());
    }
    return new Got<>(known.later(clock.instant().plus(A_DAY)));
  }

  private Lists withoutGone(Connection connection, List<Named> present) {
    List<String> here = present.stream().map(Named::key).toList();
    Lists left = connection.lists();
    for (String list : connection.lists().known().keySet()) {
      if (!here.contains(list)) {
        door.delete(connection.user(), list);
        left = left.without(list);
      }
    }
    return left;
  }

  private void keep(String user, Named list, List<JsonNode> rows) {
    List<PlaylistKept.Entry> entries =
        rows.stream().map(SpotifyPlaylists::entry).flatMap(Optional::stream).toList();
    door.store(
        new PlaylistKept(user, list.key(), list.name(), PlaylistKept.Source.SPOTIFY_API, entries));
  }

  // Podcasts, songs that were taken down, and local files without a name are no entries.
  private static Optional<PlaylistKept.Entry> entry(JsonNode row) {
    JsonNode track = row.path("item").isObject() ? row.path("item") : row.path("track");
    boolean song = track.path("type").asText("track").equals("track");
    return SpotifyTrack.song(track)
        .filter(_ -> song)
        .map(
            named ->
                new PlaylistKept.Entry(
                    named, SpotifyTrack.text(track, "uri"), added(row.path("added_at"))));
  }

  private static Optional<Instant> added(JsonNode stamp) {
    try {
      return Optional.ofNullable(stamp.textValue()).map(Instant::parse);
    } catch (DateTimeException _) {
      // Very old lists have no stamps, or a year 1970.
      return Optional.empty();
    }
  }

  private Outcome<List<JsonNode>> pages(String user, String path) throws InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      Map<String, String> query =
          Map.of("limit", Integer.toString(PAGE), "offset", Integer.toString(page * PAGE));
      Outcome<JsonNode> outcome = api.get(user, path, query);
      switch (outcome) {
        case Failed<JsonNode>(Trouble trouble) -> {
          return new Failed<>(trouble);
        }
        case Got<JsonNode>(JsonNode told) -> {
          told.path("items").forEach(all::add);
          if (!told.path("next").isTextual()) {
            return new Got<>(all);
          }
        }
      }
    }
    return new Got<>(all);
  }
}
