package io.chihiro.ingest.history;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.door.upload.BrokenUploadException;
import io.chihiro.ingest.history.Row.Dropped;
import io.chihiro.ingest.history.Row.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A JSON file whose rows lie in an array: the file itself, or one within it; pages of rows one
/// after the other are read as one.
final class JsonHistory implements HistoryFile {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /// Fields in which rows, or what holds them, are found.
  private static final Set<String> HOLDERS =
      Set.of("recenttracks", "lovedtracks", "playlist", "payload", "track", "scrobbles", "listens");

  private final String name;
  private final JsonParser parser;
  private final Deque<JsonNode> ahead = new ArrayDeque<>();
  private String title;
  private String annotation = "";
  private @Nullable HistoryFormat format;
  private int depth;
  private long rows;

  private JsonHistory(String name, JsonParser parser) {
    this.name = name;
    this.parser = parser;
    this.title = name;
  }

  /// Opens a file if it is such a history: one of the formats knows its first row.
  ///
  /// @param name for messages
  /// @return empty if it is something else; the stream is then closed
  static Optional<HistoryFile> open(String name, InputStream content) throws IOException {
    JsonHistory file = new JsonHistory(name, JSON.createParser(content));
    boolean known = false;
    try {
      known = file.findRows() && file.recognise();
    } catch (JsonParseException _) {
      // Not JSON, so not a history.
      known = false;
    } finally {
      if (!known) {
        file.close();
      }
    }
    return known ? Optional.of(file) : Optional.empty();
  }

  private boolean findRows() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      return findHolder();
    }
    depth = 1;
    return token == JsonToken.START_ARRAY;
  }

  private boolean findHolder() throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("title") && value == JsonToken.VALUE_STRING) {
        title = parser.getText();
      }
      if (field.equals("annotation") && value == JsonToken.VALUE_STRING) {
        annotation = parser.getText();
      }
      if (HOLDERS.contains(field) && value == JsonToken.START_ARRAY) {
        depth = 1;
        return true;
      }
      if (HOLDERS.contains(field) && value == JsonToken.START_OBJECT) {
        return findHolder();
      }
      var _ = parser.skipChildren();
    }
    return false;
  }

  private boolean recognise() throws IOException {
    JsonNode first = advance();
    if (first == null || !first.isObject()) {
      return false;
    }
    ahead.push(first);
    Optional<HistoryFormat> known = HistoryFormats.of(first);
    format = known.orElse(null);
    return known.isPresent();
  }

  @Override
  public Optional<Row> next(Listener listener) throws IOException {
    HistoryFormat known = format;
    if (known == null) {
      return Optional.empty();
    }
    JsonNode row = read();
    if (row == null) {
      return Optional.empty();
    }
    rows++;
    return Optional.of(row.isObject() ? known.read(listener, row) : new Dropped(Reason.BROKEN_ROW));
  }

  private @Nullable JsonNode read() throws IOException {
    try {
      return ahead.isEmpty() ? advance() : ahead.poll();
    } catch (JsonEOFException e) {
      throw new BrokenUploadException(name + " breaks off after row " + rows + ".", e);
    } catch (JsonParseException e) {
      throw new BrokenUploadException(name + " is not JSON after row " + rows + ".", e);
    }
  }

  private @Nullable JsonNode advance() throws IOException {
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new JsonEOFException(parser, null, "the array is not closed");
      }
      if (token == JsonToken.START_ARRAY) {
        depth++;
        continue;
      }
      if (token != JsonToken.END_ARRAY) {
        return row(JSON.readTree(parser));
      }
      depth--;
      if (depth == 0) {
        return null;
      }
    }
  }

  /// A row, or the first row of a page.
  private @Nullable JsonNode row(JsonNode read) throws IOException {
    JsonNode page = read.path("recenttracks").path("track");
    page = page.isArray() ? page : read.path("lovedtracks").path("track");
    if (!page.isArray()) {
      return read;
    }
    page.forEach(ahead::add);
    return ahead.isEmpty() ? advance() : ahead.poll();
  }

  @Override
  public Optional<ListName> playlist() {
    HistoryFormat known = format;
    return known == null ? Optional.empty() : known.playlist(title).map(this::written);
  }

  // What a live source told stays what it told, also when it went out and came back.
  private ListName written(ListName list) {
    return ExportedListening.source(annotation)
        .map(source -> new ListName(list.name(), source))
        .orElse(list);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
