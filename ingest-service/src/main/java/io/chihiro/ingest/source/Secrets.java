package io.chihiro.ingest.source;

import java.util.Optional;

/// Tokens and keys, unreadable at rest.
public interface Secrets {
  /// Keeps a secret in place of the one before.
  void keep(String user, LiveSource source, String secret);

  /// The secret; empty if there is none, or if it cannot be read any more.
  Optional<String> find(String user, LiveSource source);

  /// Forgets it.
  void forget(String user, LiveSource source);
}
