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

/// A track of Last.fm's `user.getRecentTracks`, in a file and in what its server answers: the start
/// in seconds. What plays just now has no date.
public final class LastFmTracks implements HistoryFormat {
  @Override
  public boolean recognises(JsonNode row) {
    return row.has("name")
        && row.path("artist").isObject()
        && (nowPlaying(row) || (row.has("album") && row.has("date")));
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    if (nowPlaying(row)) {
      return new Dropped(Reason.NOW_PLAYING);
    }
    Optional<Song> song = song(row);
    if (song.isEmpty()) {
      return new Dropped(Reason.NO_TITLE);
    }
    return Fields.at(row, "date", "uts")
        .flatMap(Fields::number)
        .map(start -> scrobble(song.get(), row, ToldTime.exact(Instant.ofEpochSecond(start))))
        .<Row>map(scrobble -> new Play(scrobble.by(listener.user(), Source.LAST_FM)))
        .orElseGet(() -> new Dropped(Reason.BROKEN_ROW));
  }

  private static boolean nowPlaying(JsonNode row) {
    return row.path("@attr").path("nowplaying").asText().equals("true");
  }

  static Optional<Song> song(JsonNode row) {
    return Fields.song(
        Fields.text(row, "name"),
        Fields.at(row, "artist", "#text").or(() -> Fields.at(row, "artist", "name")));
  }

  private static Scrobble scrobble(Song song, JsonNode row, ToldTime start) {
    return new Scrobble(
        song,
        Fields.at(row, "album", "#text"),
        Optional.empty(),
        start,
        Optional.empty(),
        false,
        Fields.text(row, "mbid").map(mbid -> Map.of("mbid", mbid)).orElse(Map.of()));
  }
}
