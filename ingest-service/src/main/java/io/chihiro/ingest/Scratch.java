package io.chihiro.ingest;

import java.util.Optional;

/// Texts by key, for as long as one import.
interface Scratch extends AutoCloseable {
  Optional<String> find(String key);

  void put(String key, String text);

  void remove(String key);

  /// Forgets all of it.
  @Override
  void close();
}
