package io.chihiro.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// Beside the tombstone of a play: no play of its song is left, so the catalogue forgets it too. It
/// travels with the plays, so a song that is played again afterwards is described again.
final class LastOfSong {
  private static final String HEADER = "last-of-song";

  private LastOfSong() {}

  /// As it goes beside a tombstone.
  static Map<String, String> is(String song) {
    return Map.of(HEADER, song);
  }

  /// The song, if it is told.
  static Optional<String> in(Headers headers) {
    return Optional.ofNullable(headers.lastHeader(HEADER))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
