package io.chihiro.ingest.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Song;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads fields that may be absent, null, blank or of the wrong kind.
final class Fields {
  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static final Pattern SPOTIFY_TRACK =
      Pattern.compile(
          "(?:open\\.spotify\\.com/(?:[a-z-]+/)?track/|spotify:track:)([A-Za-z0-9]{22})");

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

  /// Text, in a field of its own or within others; a number counts as text.
  static Optional<String> at(JsonNode row, String... path) {
    JsonNode node = row;
    for (String field : path) {
      node = node.path(field);
    }
    return node.isValueNode() && !node.isNull()
        ? Optional.of(node.asText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /// Title and artist, if both are there.
  static Optional<Song> song(Optional<String> title, Optional<String> artist) {
    return title.flatMap(named -> artist.map(by -> new Song(named, by)));
  }

  /// Seconds, if there are any.
  static Optional<Duration> seconds(JsonNode row, String... path) {
    return at(row, path).flatMap(Fields::number).filter(n -> n > 0).map(Duration::ofSeconds);
  }

  /// Milliseconds, if there are any.
  static Optional<Duration> length(JsonNode row, String... path) {
    return at(row, path).flatMap(Fields::number).filter(n -> n > 0).map(Duration::ofMillis);
  }

  static Optional<Long> number(String text) {
    try {
      return Optional.of(Math.round(Double.parseDouble(text)));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The names of artists as one.
  static Optional<String> artists(JsonNode names) {
    String all =
        StreamSupport.stream(names.spliterator(), false)
            .map(JsonNode::asText)
            .filter(name -> !name.isBlank())
            .collect(Collectors.joining(", "));
    return Optional.of(all).filter(text -> !text.isBlank());
  }

  /// A Spotify id out of the address of a track.
  static Optional<String> spotifyUri(Optional<String> address) {
    return address
        .map(SPOTIFY_TRACK::matcher)
        .filter(Matcher::find)
        .map(found -> "spotify:track:" + found.group(1));
  }
}
