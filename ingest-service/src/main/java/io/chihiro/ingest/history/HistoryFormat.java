package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;

/// One way in which a service writes down what somebody listened to.
public interface HistoryFormat {
  /// Whether this row, the first of a file, is written this way.
  boolean recognises(JsonNode row);

  /// What a row says. A row that says nothing usable is a value, not an exception.
  Row read(String user, JsonNode row);
}
