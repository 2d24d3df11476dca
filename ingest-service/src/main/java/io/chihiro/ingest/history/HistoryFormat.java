package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.ingest.history.HistoryFile.ListName;
import java.util.Optional;

/// One way in which a service writes down what somebody listened to.
public interface HistoryFormat {
  /// Whether this row, the first of a file, is written this way.
  boolean recognises(JsonNode row);

  /// What a row says. A row that says nothing usable is a value, not an exception.
  Row read(Listener listener, JsonNode row);

  /// The playlist that such rows make, unless they are plays.
  ///
  /// @param name what the file or the list is called
  default Optional<ListName> playlist(String name) {
    return Optional.empty();
  }
}
