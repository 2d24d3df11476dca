package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.PlaylistKept;
import io.chihiro.ingest.history.HistoryFile.ListName;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Listed;
import io.chihiro.ingest.history.Row.Reason;
import java.time.Instant;
import java.util.Optional;

/// A track of Last.fm's `user.getLovedTracks`: no play, but a song of a list.
public final class LastFmLoved implements HistoryFormat {
  /// What the list is called.
  public static final String NAME = "Loved on Last.fm";

  @Override
  public boolean recognises(JsonNode row) {
    return row.has("name") && row.path("artist").has("name") && !row.has("album");
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    return LastFmTracks.song(row)
        .<Row>map(
            song ->
                new Listed(
                    new PlaylistKept.Entry(
                        song,
                        Fields.text(row, "url"),
                        Fields.at(row, "date", "uts")
                            .flatMap(Fields::number)
                            .map(Instant::ofEpochSecond))))
        .orElseGet(() -> new Dropped(Reason.NO_TITLE));
  }

  @Override
  public Optional<ListName> playlist(String name) {
    return Optional.of(new ListName(NAME, PlaylistKept.Source.LAST_FM_LOVED));
  }
}
