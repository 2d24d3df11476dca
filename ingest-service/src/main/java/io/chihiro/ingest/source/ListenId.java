package io.chihiro.ingest.source;

import io.chihiro.keys.Sha256;
import java.time.Instant;

/// What makes two listens of one source the same: the source, the stamp and the song.
public final class ListenId {
  private static final int HASH_CHARACTERS = 16;

  private ListenId() {}

  /// The id of a listen.
  ///
  /// @param what the source's own id of the song, or the song's identity
  public static String of(LiveSource source, Instant at, String what) {
    return source.id() + "-" + at.toEpochMilli() + "-" + hash(what);
  }

  private static String hash(String text) {
    return Sha256.of(text).substring(0, HASH_CHARACTERS);
  }
}
