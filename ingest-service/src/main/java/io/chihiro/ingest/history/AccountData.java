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

/// Spotify's account data: the last year, `endTime` to the minute in UTC, no ids.
final class AccountData implements HistoryFormat {
  @Override
  public boolean recognises(JsonNode row) {
    return row.has("endTime") && row.has("msPlayed");
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    Optional<String> title = Fields.text(row, "trackName");
    Optional<String> artist = Fields.text(row, "artistName");
    if (title.isEmpty() || artist.isEmpty()) {
      return new Dropped(
          Fields.any(row, "podcastName", "episodeName") ? Reason.PODCAST : Reason.NO_TITLE);
    }
    Optional<Instant> endedAt = Fields.text(row, "endTime").flatMap(Fields::minute);
    Optional<Long> msPlayed = Fields.milliseconds(row, "msPlayed");
    if (endedAt.isEmpty() || msPlayed.isEmpty()) {
      return new Dropped(Reason.BROKEN_ROW);
    }
    return new Play(
        play(listener.user(), new Song(title.get(), artist.get()), endedAt.get(), msPlayed.get()));
  }

  private static TrackPlayed play(String user, Song song, Instant endedAt, long msPlayed) {
    return new TrackPlayed(
        user,
        PlayId.of(Source.SPOTIFY_ACCOUNT_DATA, endedAt, Optional.empty(), song, msPlayed),
        song,
        Optional.empty(),
        Optional.empty(),
        endedAt,
        msPlayed,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Source.SPOTIFY_ACCOUNT_DATA);
  }
}
