package io.chihiro.events;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// Since when the system knows of what a record tells, so that whoever shows it can say how long
/// that took: a header in milliseconds since 1970, beside the record and not part of it. A record
/// that tells nothing new has none.
public enum Since {
  /// When the photo was first seen that the text was read from.
  PHOTO("photo-since"),
  /// When the play was written to its topic.
  PLAY("play-since");

  private final String header;

  Since(String header) {
    this.header = header;
  }

  /// The header's name.
  public String header() {
    return header;
  }

  /// The header that says so.
  public Map<String, String> at(Instant instant) {
    return Map.of(header, Long.toString(instant.toEpochMilli()));
  }

  /// What a record's headers say; empty if nothing, or nothing that can be read.
  public Optional<Instant> of(Headers headers) {
    return Optional.ofNullable(headers.lastHeader(header)).map(Header::value).flatMap(Since::read);
  }

  private static Optional<Instant> read(byte[] value) {
    try {
      return Optional.of(
          Instant.ofEpochMilli(Long.parseLong(new String(value, StandardCharsets.UTF_8))));
    } catch (NumberFormatException | DateTimeException _) {
      // It only measures; nothing is refused for it.
      return Optional.empty();
    }
  }
}
