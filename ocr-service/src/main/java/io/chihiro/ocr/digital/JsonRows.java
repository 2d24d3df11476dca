package io.chihiro.ocr.digital;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.door.upload.BrokenUploadException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// Walks through the arrays called `entries` of a JSON file, one element in memory at a time.
final class JsonRows {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ENTRIES = "entries";

  /// What is done with an element.
  interface Visitor {
    /// Looks at one.
    ///
    /// @param number counted from 1 over the whole file
    void visit(JsonNode entry, int number);
  }

  private JsonRows() {}

  /// Shows every element.
  ///
  /// @throws BrokenUploadException if the file is no whole JSON
  static void each(Member member, Visitor visitor) throws IOException {
    int number = 0;
    try (JsonParser parser = JSON.createParser(member.content())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY && ENTRIES.equals(parser.currentName())) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode entry = parser.readValueAsTree();
            number++;
            visitor.visit(entry, number);
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw new BrokenUploadException(
          "%s cannot be read as JSON after entry %d.".formatted(member.title(), number), e);
    }
  }

  /// The local time of a moment such as `2024-03-05T21:40:00Z` in a zone such as `Europe/Lisbon`;
  /// empty if either makes no sense.
  static Optional<LocalDateTime> local(String moment, String zone) {
    try {
      Instant instant = OffsetDateTime.parse(moment.strip()).toInstant();
      return Optional.of(LocalDateTime.ofInstant(instant, ZoneId.of(zone)));
    } catch (DateTimeException e) {
      // Neither of the two can be trusted then: the caller says what it makes of it.
      return Optional.empty();
    }
  }
}
