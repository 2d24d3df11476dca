package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/// Every way we can read.
public enum HistoryFormats {
  SPOTIFY_EXTENDED_HISTORY,
  SPOTIFY_ACCOUNT_DATA;

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
    };
  }
}
