package io.chihiro.ingest.history;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One JSON file of a history, read a row at a time: whatever its size, one row is in memory.
public final class HistoryFile implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String name;
  private final JsonParser parser;
  private final HistoryFormat format;
  private @Nullable JsonNode next;
  private long rows;

  private HistoryFile(String name, JsonParser parser, HistoryFormat format, JsonNode first) {
    this.name = name;
    this.parser = parser;
    this.format = format;
    this.next = first;
  }

  /// Opens a file if it is a history: a JSON array whose first object one of the formats knows.
  ///
  /// @param name for messages
  /// @return empty if it is something else; the stream is then closed
  public static Optional<HistoryFile> open(String name, InputStream content) throws IOException {
    JsonParser parser = JSON.createParser(content);
    Optional<HistoryFile> file = Optional.empty();
    try {
      file = recognise(name, parser);
    } catch (JsonParseException e) {
      // Not JSON, so not a history.
      file = Optional.empty();
    } finally {
      if (file.isEmpty()) {
        parser.close();
      }
    }
    return file;
  }

  private static Optional<HistoryFile> recognise(String name, JsonParser parser)
      throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY
        || parser.nextToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    JsonNode first = JSON.readTree(parser);
    return HistoryFormats.of(first).map(format -> new HistoryFile(name, parser, format, first));
  }

  /// The next row; empty at the end of the file.
  ///
  /// @throws BrokenHistoryException if the file breaks off; names the file and the row
  public Optional<Row> next(String user) throws IOException {
    try {
      JsonNode row = next == null ? advance() : next;
      next = null;
      if (row == null) {
        return Optional.empty();
      }
      rows++;
      return Optional.of(row.isObject() ? format.read(user, row) : new Dropped(Reason.BROKEN_ROW));
    } catch (JsonEOFException e) {
      throw new BrokenHistoryException(name + " breaks off after row " + rows + ".", e);
    } catch (JsonParseException e) {
      throw new BrokenHistoryException(name + " is not JSON after row " + rows + ".", e);
    }
  }

  private @Nullable JsonNode advance() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return null;
    }
    if (token == null) {
      throw new JsonEOFException(parser, null, "the array is not closed");
    }
    return JSON.readTree(parser);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
