package io.chihiro.ingest.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/// A file of JSON rows, one a line. A line that is broken costs nothing but itself.
final class JsonLinesHistory implements HistoryFile {
  private final BufferedReader lines;
  private final HistoryFormat format;

  JsonLinesHistory(BufferedReader lines, HistoryFormat format) {
    this.lines = lines;
    this.format = format;
  }

  /// The format of a first line, if it is a row.
  static Optional<HistoryFormat> formatOf(String line) {
    return row(line).filter(JsonNode::isObject).flatMap(HistoryFormats::of);
  }

  @Override
  public Optional<Row> next(Listener listener) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        return Optional.of(read(listener, line));
      }
    }
    return Optional.empty();
  }

  private Row read(Listener listener, String line) {
    return row(line)
        .filter(JsonNode::isObject)
        .map(row -> format.read(listener, row))
        .orElseGet(() -> new Dropped(Reason.BROKEN_ROW));
  }

  private static Optional<JsonNode> row(String line) {
    try {
      return Optional.ofNullable(JsonHistory.JSON.readTree(line));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
