package io.chihiro.ingest.lastfm;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One page of the tracks somebody loves.
///
/// @param last whether there is no further page
public record LovedTracks(List<Loved> tracks, boolean last) {
  /// A loved track.
  public record Loved(Song song, Optional<Instant> lovedAt) {}

  public LovedTracks {
    tracks = List.copyOf(tracks);
  }

  static LovedTracks read(JsonNode body) {
    JsonNode loved = body.path("lovedtracks");
    JsonNode rows = loved.path("track");
    List<Loved> tracks = new ArrayList<>();
    for (JsonNode row : rows.isObject() ? List.of(rows) : rows) {
      RecentTracks.song(row).ifPresent(song -> tracks.add(new Loved(song, lovedAt(row))));
    }
    int page = loved.path("@attr").path("page").asInt(1);
    int pages = loved.path("@attr").path("totalPages").asInt(1);
    return new LovedTracks(tracks, page >= pages);
  }

  private static Optional<Instant> lovedAt(JsonNode row) {
    long seconds = row.path("date").path("uts").asLong(0);
    return seconds > 0 ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
  }
}
