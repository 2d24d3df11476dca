package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Play;
import io.chihiro.ingest.history.Row.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A scrobble of Maloja, of version 3 (`track` holds the names) and of version 2 (the row does).
final class MalojaScrobbles implements HistoryFormat {
  @Override
  public boolean recognises(JsonNode row) {
    return row.has("time") && track(row).path("artists").isArray();
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    JsonNode track = track(row);
    Optional<Song> song =
        Fields.song(Fields.text(track, "title"), Fields.artists(track.path("artists")));
    if (song.isEmpty()) {
      return new Dropped(Reason.NO_TITLE);
    }
    return Fields.at(row, "time")
        .flatMap(Fields::number)
        .map(start -> scrobble(song.get(), track, ToldTime.exact(Instant.ofEpochSecond(start))))
        .<Row>map(scrobble -> new Play(scrobble.by(listener.user(), Source.MALOJA)))
        .orElseGet(() -> new Dropped(Reason.BROKEN_ROW));
  }

  private static JsonNode track(JsonNode row) {
    return row.path("track").isObject() ? row.path("track") : row;
  }

  // How long was listened is told beside it, but seldom: the song's length is what all have.
  private static Scrobble scrobble(Song song, JsonNode track, ToldTime start) {
    return new Scrobble(
        song,
        Fields.at(track, "album", "albumtitle").or(() -> Fields.text(track, "album")),
        Optional.empty(),
        start,
        Fields.seconds(track, "length"),
        false,
        Map.of());
  }
}
