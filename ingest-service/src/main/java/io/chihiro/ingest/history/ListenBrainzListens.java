package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Play;
import io.chihiro.ingest.history.Row.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A listen of ListenBrainz, in its export and in what its server answers: `listened_at` is the
/// start, in seconds.
public final class ListenBrainzListens implements HistoryFormat {
  @Override
  public boolean recognises(JsonNode row) {
    return row.has("listened_at") && row.path("track_metadata").isObject();
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    JsonNode track = row.path("track_metadata");
    JsonNode more = track.path("additional_info");
    if (more.has(ExportedListening.OWN)) {
      return ExportedListening.play(listener.user(), more)
          .<Row>map(Play::new)
          .orElseGet(() -> new Dropped(Reason.BROKEN_ROW));
    }
    Optional<Song> song =
        Fields.song(Fields.text(track, "track_name"), Fields.text(track, "artist_name"));
    if (song.isEmpty()) {
      return new Dropped(Reason.NO_TITLE);
    }
    Optional<Long> start = Fields.at(row, "listened_at").flatMap(Fields::number);
    if (start.isEmpty()) {
      return new Dropped(Reason.BROKEN_ROW);
    }
    ToldTime told = ToldTime.exact(Instant.ofEpochSecond(start.get()));
    return new Play(scrobble(song.get(), track, told).by(listener.user(), Source.LISTENBRAINZ));
  }

  private static Scrobble scrobble(Song song, JsonNode track, ToldTime start) {
    JsonNode more = track.path("additional_info");
    return new Scrobble(
        song,
        Fields.text(track, "release_name"),
        Fields.spotifyUri(Fields.at(more, "spotify_id").or(() -> Fields.at(more, "origin_url"))),
        start,
        length(more),
        false,
        ids(track, more));
  }

  private static Optional<Duration> length(JsonNode more) {
    return Fields.length(more, "duration_ms").or(() -> Fields.seconds(more, "duration"));
  }

  private static Map<String, String> ids(JsonNode track, JsonNode more) {
    Map<String, String> ids = new TreeMap<>();
    Fields.at(more, "isrc").ifPresent(isrc -> ids.put("isrc", isrc));
    Fields.at(more, "recording_mbid")
        .or(() -> Fields.at(track, "mbid_mapping", "recording_mbid"))
        .ifPresent(mbid -> ids.put("mbid", mbid));
    return ids;
  }
}
