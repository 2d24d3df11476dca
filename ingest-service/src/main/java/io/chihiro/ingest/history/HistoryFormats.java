package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/// Every way we can read JSON; the first that knows a row reads it.
public enum HistoryFormats {
  SPOTIFY_EXTENDED_HISTORY,
  SPOTIFY_ACCOUNT_DATA,
  LISTENBRAINZ,
  PANO_SCROBBLER,
  MALOJA,
  LAST_FM,
  LAST_FM_LOVED,
  LAST_FM_STATS,
  JSPF,
  CHIHIRO;

  /// The format in which this row is written, whatever its file is called.
  public static Optional<HistoryFormat> of(JsonNode row) {
    return Stream.of(values())
        .map(HistoryFormats::format)
        .filter(format -> format.recognises(row))
        .findFirst();
  }

  private HistoryFormat format() {
    return switch (this) {
      case SPOTIFY_EXTENDED_HISTORY -> new ExtendedHistory();
      case SPOTIFY_ACCOUNT_DATA -> new AccountData();
      case LISTENBRAINZ -> new ListenBrainzListens();
      case PANO_SCROBBLER -> new PanoScrobbles();
      case MALOJA -> new MalojaScrobbles();
      case LAST_FM -> new LastFmTracks();
      case LAST_FM_LOVED -> new LastFmLoved();
      case LAST_FM_STATS -> new LastFmStats();
      case JSPF -> new JspfTracks();
      case CHIHIRO -> new ExportedListening();
    };
  }
}
