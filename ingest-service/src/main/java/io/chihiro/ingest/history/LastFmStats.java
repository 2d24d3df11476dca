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

/// A scrobble as lastfmstats.com gives it away: flat, the start in milliseconds.
final class LastFmStats implements HistoryFormat {
  @Override
  public boolean recognises(JsonNode row) {
    return row.path("track").isTextual()
        && row.path("artist").isTextual()
        && row.path("date").isNumber();
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    Optional<Song> song = Fields.song(Fields.text(row, "track"), Fields.text(row, "artist"));
    if (song.isEmpty()) {
      return new Dropped(Reason.NO_TITLE);
    }
    return Fields.milliseconds(row, "date")
        .map(start -> ToldTime.exact(Instant.ofEpochMilli(start)))
        .map(start -> scrobble(song.get(), row, start))
        .<Row>map(scrobble -> new Play(scrobble.by(listener.user(), Source.LAST_FM)))
        .orElseGet(() -> new Dropped(Reason.BROKEN_ROW));
  }

  private static Scrobble scrobble(Song song, JsonNode row, ToldTime start) {
    return new Scrobble(
        song,
        Fields.text(row, "album"),
        Optional.empty(),
        start,
        Optional.empty(),
        false,
        Map.of());
  }
}
