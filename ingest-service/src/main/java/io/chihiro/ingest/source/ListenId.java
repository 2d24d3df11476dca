package io.chihiro.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// What makes two listens of one source the same: the source, the stamp and the song.
public final class ListenId {
  private static final int HASH_BYTES = 8;

  private ListenId() {}

  /// The id of a listen.
  ///
  /// @param what the source's own id of the song, or the song's identity
  public static String of(LiveSource source, Instant at, String what) {
    return source.id() + "-" + at.toEpochMilli() + "-" + hash(what);
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
