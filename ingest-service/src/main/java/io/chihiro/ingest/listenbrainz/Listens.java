package io.chihiro.ingest.listenbrainz;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.source.Listen;
import io.chihiro.ingest.source.ListenId;
import io.chihiro.ingest.source.LiveSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of a page. `listened_at` is when the play began, in seconds.
final class Listens {
  private static final String TRACK_ADDRESS = "https://open.spotify.com/track/";
  private static final String TRACK_URI = "spotify:track:";

  private Listens() {}

  static List<Listen> read(String user, JsonNode rows) {
    List<Listen> listens = new ArrayList<>();
    for (JsonNode row : rows) {
      long seconds = row.path("listened_at").asLong(0);
      if (seconds > 0) {
        listens.add(listen(user, row.path("track_metadata"), Instant.ofEpochSecond(seconds)));
      }
    }
    return listens;
  }

  private static Listen listen(String user, JsonNode track, Instant startedAt) {
    Optional<Song> song =
        text(track, "track_name")
            .flatMap(title -> text(track, "artist_name").map(artist -> new Song(title, artist)));
    String what = song.map(Song::identity).orElse("");
    String id = ListenId.of(LiveSource.LISTENBRAINZ, startedAt, what);
    return song.<Listen>map(known -> kept(user, id, known, track, startedAt))
        .orElseGet(() -> new Listen.Dropped(id, startedAt, Listen.NO_TITLE));
  }

  private static Listen kept(String user, String id, Song song, JsonNode track, Instant startedAt) {
    JsonNode more = track.path("additional_info");
    long lengthMs = lengthMs(more);
    return new Listen.Kept(
        new TrackPlayed(
            user,
            id,
            song,
            text(track, "release_name"),
            uri(more),
            startedAt.plusMillis(lengthMs),
            lengthMs,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Source.LISTENBRAINZ),
        startedAt);
  }

  // Players write milliseconds or seconds, as numbers or as text.
  private static long lengthMs(JsonNode more) {
    long milliseconds = more.path("duration_ms").asLong(0);
    return Math.max(0, milliseconds > 0 ? milliseconds : more.path("duration").asLong(0) * 1_000);
  }

  private static Optional<String> uri(JsonNode more) {
    return text(more, "spotify_id")
        .filter(address -> address.startsWith(TRACK_ADDRESS))
        .map(address -> TRACK_URI + address.substring(TRACK_ADDRESS.length()));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
  }
}
