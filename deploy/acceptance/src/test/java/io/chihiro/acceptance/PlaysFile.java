package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.acceptance.Api.NamedFile;
import java.time.LocalDate;

/// A small extended streaming history, row by row.
final class PlaysFile {
  private static final int WHOLE_SONG_MS = 200_000;

  private final ArrayNode rows = JsonNodeFactory.instance.arrayNode();

  /// A song heard to its end so many times on one day.
  PlaysFile heard(LocalDate day, String title, String artist, int times) {
    for (int i = 0; i < times; i++) {
      row(day + "T12:%02d:00Z".formatted(4 * i), title, artist);
    }
    return this;
  }

  /// A row whose title and artist are null.
  PlaysFile nameless(LocalDate day) {
    row(day + "T15:00:00Z", "", "")
        .putNull("master_metadata_track_name")
        .putNull("master_metadata_album_artist_name")
        .putNull("master_metadata_album_album_name")
        .putNull("spotify_track_uri");
    return this;
  }

  NamedFile named(String name) {
    return NamedFile.text(name, rows.toString());
  }

  private ObjectNode row(String endOfPlay, String title, String artist) {
    ObjectNode row =
        rows.addObject()
            .put("ts", endOfPlay)
            .put("platform", "linux")
            .put("ms_played", WHOLE_SONG_MS)
            .put("conn_country", "PT")
            .put("ip_addr", "127.0.0.1")
            .put("master_metadata_track_name", title)
            .put("master_metadata_album_artist_name", artist)
            .put("master_metadata_album_album_name", "An album")
            .put(
                "spotify_track_uri",
                "spotify:track:%022d".formatted(title.hashCode() & Integer.MAX_VALUE))
            .putNull("episode_name")
            .putNull("episode_show_name")
            .putNull("spotify_episode_uri");
    return row.put("reason_start", "trackdone")
        .put("reason_end", "trackdone")
        .put("shuffle", false)
        .put("skipped", false)
        .put("offline", false)
        .putNull("offline_timestamp")
        .put("incognito_mode", false);
  }
}
