package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.PlaylistKept;
import io.chihiro.events.Song;
import io.chihiro.ingest.history.HistoryFile.ListName;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Listed;
import io.chihiro.ingest.history.Row.Reason;
import java.util.Optional;

/// A track of a JSPF playlist (XSPF as JSON), as ListenBrainz gives them away.
final class JspfTracks implements HistoryFormat {
  @Override
  public boolean recognises(JsonNode row) {
    return row.has("title") && row.has("creator");
  }

  @Override
  public Row read(Listener listener, JsonNode row) {
    Optional<Song> song = Fields.song(Fields.text(row, "title"), Fields.text(row, "creator"));
    return song.<Row>map(
            named -> new Listed(new PlaylistKept.Entry(named, place(row), Optional.empty())))
        .orElseGet(() -> new Dropped(Reason.NO_TITLE));
  }

  // One address, or a list of them.
  private static Optional<String> place(JsonNode row) {
    return Fields.text(row, "identifier")
        .or(() -> Fields.at(row.path("identifier").path(0)))
        .or(() -> Fields.text(row, "location"));
  }

  @Override
  public Optional<ListName> playlist(String name) {
    return Optional.of(new ListName(name, PlaylistKept.Source.JSPF));
  }
}
