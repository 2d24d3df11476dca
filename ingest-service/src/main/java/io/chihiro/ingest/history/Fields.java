package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads fields that may be absent, null, blank or of the wrong kind.
final class Fields {
  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private Fields() {}

  static Optional<String> text(JsonNode row, String field) {
    return Optional.ofNullable(row.get(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank());
  }

  static boolean any(JsonNode row, String... fields) {
    return Stream.of(fields).anyMatch(field -> text(row, field).isPresent());
  }

  static Optional<Long> milliseconds(JsonNode row, String field) {
    return Optional.ofNullable(row.get(field))
        .filter(JsonNode::canConvertToLong)
        .map(JsonNode::longValue)
        .filter(milliseconds -> milliseconds >= 0);
  }

  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<Instant> minute(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, TO_THE_MINUTE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
