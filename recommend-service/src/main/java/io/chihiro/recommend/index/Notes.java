package io.chihiro.recommend.index;

import java.time.Duration;
import java.util.Optional;

/// Small things that every copy of this service has to know for a while. They lie in the cache, and
/// are lost with it.
public interface Notes {
  /// Keeps a note for a while.
  ///
  /// @param key tells every copy where it is
  void keep(String key, byte[] note, Duration lifetime);

  /// A note that is there.
  Optional<byte[]> find(String key);

  /// A note that is there, and is gone with this: two that ask for it do not both get it.
  Optional<byte[]> take(String key);
}
