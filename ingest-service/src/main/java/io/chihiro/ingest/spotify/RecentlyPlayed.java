package io.chihiro.ingest.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.source.Listen;
import io.chihiro.ingest.source.ListenId;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.PrivateTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The list of the latest plays. `played_at` is when a play ended; how long it was heard is not
/// told, so the track's length stands for it.
final class RecentlyPlayed {
  // Spotify lists a play from half a minute on.
  private static final long SHORTEST_LISTED_MS = 30_000;
  private static final String LOCAL = "spotify:local:";

  private RecentlyPlayed() {}

  static List<Listen> read(String user, JsonNode answer, List<PrivateTime> hidden, Instant now) {
    List<Listen> listens = new ArrayList<>();
    for (JsonNode item : answer.path("items")) {
      listens.add(listen(user, item, hidden, now));
    }
    return listens;
  }

  private static Listen listen(String user, JsonNode item, List<PrivateTime> hidden, Instant now) {
    JsonNode track = item.path("track");
    Optional<Instant> endedAt = instant(item.path("played_at").asText(""));
    if (endedAt.isEmpty()) {
      return new Listen.Dropped("broken-" + item.hashCode(), now, Listen.BROKEN);
    }
    String id = ListenId.of(LiveSource.SPOTIFY, endedAt.get(), what(track));
    if (hidden.stream().anyMatch(each -> each.covers(endedAt.get()))) {
      return new Listen.Dropped(id, endedAt.get(), Listen.PRIVATE_SESSION);
    }
    if (track.path("type").asText("track").equals("episode")) {
      return new Listen.Dropped(id, endedAt.get(), Listen.PODCAST);
    }
    return SpotifyTrack.song(track)
        .<Listen>map(song -> kept(user, id, song, track, endedAt.get()))
        .orElseGet(() -> new Listen.Dropped(id, endedAt.get(), Listen.NO_TITLE));
  }

  private static Listen kept(String user, String id, Song song, JsonNode track, Instant endedAt) {
    return new Listen.Kept(
        new TrackPlayed(
            user,
            id,
            song,
            SpotifyTrack.text(track.path("album"), "name"),
            SpotifyTrack.text(track, "uri").filter(uri -> !uri.startsWith(LOCAL)),
            endedAt,
            Math.max(SHORTEST_LISTED_MS, track.path("duration_ms").asLong(0)),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Source.SPOTIFY_API),
        endedAt);
  }

  private static String what(JsonNode track) {
    return SpotifyTrack.text(track, "uri").orElseGet(() -> track.path("name").asText(""));
  }

  private static Optional<Instant> instant(String stamp) {
    try {
      return Optional.of(Instant.parse(stamp));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
