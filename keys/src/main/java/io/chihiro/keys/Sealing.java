package io.chihiro.keys;

import java.util.Optional;

/// Makes bytes unreadable at rest, and readable again for whoever has the user's key. Thread-safe.
public interface Sealing {
  /// The bytes, sealed with the user's key and bound to their place.
  ///
  /// @param place where they will lie: a topic or a store, and the key there. Elsewhere they do not
  ///     open.
  byte[] seal(String user, String place, byte[] plain);

  /// What was sealed; bytes that never were are handed back as they are.
  ///
  /// @return empty if the key was destroyed: then what it sealed is as good as deleted
  /// @throws BrokenSealException if the bytes were changed, cut or moved from another place
  /// @throws UnusableKeysException if the key cannot be had now; it may be there later
  Optional<byte[]> open(String user, String place, byte[] bytes);

  /// Whether bytes are sealed at all.
  static boolean isSealed(byte[] bytes) {
    return SealFormat.isSealed(bytes);
  }
}
