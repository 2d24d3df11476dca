package io.chihiro.ingest.history;

import io.chihiro.events.Song;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What makes two rows the same play: when it ended, what it was, how long it was heard.
final class PlayId {
  private static final int HASH_BYTES = 8;

  private PlayId() {}

  static String of(Instant endedAt, Optional<String> uri, Song song, long msPlayed) {
    return endedAt.getEpochSecond() + "-" + msPlayed + "-" + hash(uri.orElseGet(song::identity));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }
}
