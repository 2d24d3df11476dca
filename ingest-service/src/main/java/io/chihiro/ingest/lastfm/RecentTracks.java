package io.chihiro.ingest.lastfm;

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

/// The rows of a page. A row's stamp is when the play began; its length is not told. The row of
/// what is playing now has no date and is no listen yet.
final class RecentTracks {
  private RecentTracks() {}

  static List<Listen> read(String user, JsonNode recent) {
    JsonNode tracks = recent.path("track");
    List<Listen> listens = new ArrayList<>();
    // One row comes as an object instead of an array of one.
    for (JsonNode track : tracks.isObject() ? List.of(tracks) : tracks) {
      long seconds = track.path("date").path("uts").asLong(0);
      if (seconds > 0) {
        listens.add(listen(user, track, Instant.ofEpochSecond(seconds)));
      }
    }
    return listens;
  }

  private static Listen listen(String user, JsonNode track, Instant startedAt) {
    Optional<Song> song = song(track);
    String what = song.map(Song::identity).orElse("");
    String id = ListenId.of(LiveSource.LASTFM, startedAt, what);
    return song.<Listen>map(known -> kept(user, id, known, track, startedAt))
        .orElseGet(() -> new Listen.Dropped(id, startedAt, Listen.NO_TITLE));
  }

  private static Listen kept(String user, String id, Song song, JsonNode track, Instant startedAt) {
    return new Listen.Kept(
        new TrackPlayed(
            user,
            id,
            song,
            text(track.path("album"), "#text"),
            Optional.empty(),
            startedAt,
            0,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Source.LAST_FM),
        startedAt);
  }

  /// The song of a row, in either of the two shapes an artist comes in.
  static Optional<Song> song(JsonNode track) {
    JsonNode artist = track.path("artist");
    Optional<String> name = text(artist, "#text").or(() -> text(artist, "name"));
    return text(track, "name").flatMap(title -> name.map(who -> new Song(title, who)));
  }

  static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
  }
}
