package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.TrackPlayed.Source;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Play;
import io.chihiro.ingest.history.Row.Reason;
import java.time.Instant;
import java.util.Optional;

/// Spotify's extended streaming history: the whole account, one row a stream.
///
/// `ts` is when the stream ended, in UTC. `offline_timestamp` is seconds, milliseconds, zero or
/// null and is not trusted. Address, agent, user name, platform and the private-session mark are
/// never kept (Spotify, "Understanding your data").
final class ExtendedHistory implements HistoryFormat {
  @Override
  public boolean recognises(JsonNode row) {
    return row.has("ts") && row.has("ms_played");
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    if (row.path("incognito_mode").asBoolean(false)) {
      return new Dropped(Reason.PRIVATE_SESSION);
    }
    Optional<String> title = Fields.text(row, "master_metadata_track_name");
    Optional<String> artist = Fields.text(row, "master_metadata_album_artist_name");
    if (title.isEmpty() || artist.isEmpty()) {
      return new Dropped(withoutSong(row));
    }
    Optional<Instant> endedAt = Fields.text(row, "ts").flatMap(Fields::instant);
    Optional<Long> msPlayed = Fields.milliseconds(row, "ms_played");
    if (endedAt.isEmpty() || msPlayed.isEmpty()) {
      return new Dropped(Reason.BROKEN_ROW);
    }
    return new Play(
        play(
            listener.user(),
            row,
            new Song(title.get(), artist.get()),
            endedAt.get(),
            msPlayed.get()));
  }

  private static Reason withoutSong(JsonNode row) {
    if (Fields.any(row, "episode_name", "spotify_episode_uri", "episode_show_name")) {
      return Reason.PODCAST;
    }
    return Fields.any(row, "audiobook_title", "audiobook_uri", "audiobook_chapter_uri")
        ? Reason.AUDIOBOOK
        : Reason.NO_TITLE;
  }

  private static TrackPlayed play(
      String user, JsonNode row, Song song, Instant endedAt, long msPlayed) {
    Optional<String> uri = Fields.text(row, "spotify_track_uri");
    return new TrackPlayed(
        user,
        PlayId.of(Source.SPOTIFY_EXTENDED_HISTORY, endedAt, uri, song, msPlayed),
        song,
        Fields.text(row, "master_metadata_album_album_name"),
        uri,
        endedAt,
        msPlayed,
        Fields.text(row, "reason_start"),
        Fields.text(row, "reason_end"),
        row.path("skipped").asBoolean(false),
        Fields.text(row, "conn_country"),
        Source.SPOTIFY_EXTENDED_HISTORY);
  }
}
