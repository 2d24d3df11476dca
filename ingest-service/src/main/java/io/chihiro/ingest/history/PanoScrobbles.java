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

/// A line of Pano Scrobbler's export: `timeMs` is the start; what is loved or unloved is told in
/// the same file.
final class PanoScrobbles implements HistoryFormat {
  @Override
  public boolean recognises(JsonNode row) {
    return row.has("timeMs") && row.has("track") && row.has("artist");
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    if (!row.path("event").asText("scrobble").equals("scrobble")) {
      return new Dropped(Reason.NOT_A_PLAY);
    }
    Optional<Song> song = Fields.song(Fields.text(row, "track"), Fields.text(row, "artist"));
    if (song.isEmpty()) {
      return new Dropped(Reason.NO_TITLE);
    }
    return Fields.milliseconds(row, "timeMs")
        .map(start -> ToldTime.exact(Instant.ofEpochMilli(start)))
        .map(start -> scrobble(song.get(), row, start))
        .<Row>map(scrobble -> new Play(scrobble.by(listener.user(), Source.PANO_SCROBBLER)))
        .orElseGet(() -> new Dropped(Reason.BROKEN_ROW));
  }

  private static Scrobble scrobble(Song song, JsonNode row, ToldTime start) {
    return new Scrobble(
        song,
        Fields.text(row, "album"),
        Optional.empty(),
        start,
        Fields.length(row, "durationMs"),
        false,
        Map.of());
  }
}
