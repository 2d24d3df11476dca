package io.chihiro.events;

import java.util.Map;

/// Where a service puts what it has found out.
///
/// Writes are idempotent by key: writing the same record again changes nothing.
public interface EventWriter {
  /// Writes a record under its key.
  ///
  /// @param headers go beside the record, outside its bytes
  <E extends Event> void write(Topic<E> topic, String key, E event, Map<String, String> headers);

  /// Forgets a key: a tombstone.
  ///
  /// @param headers go beside it
  void delete(Topic<?> topic, String key, Map<String, String> headers);

  /// Returns when everything that this thread has written so far is safe.
  ///
  /// @throws IllegalStateException if something could not be written; says what and why
  void flush();

  default <E extends Event> void write(Topic<E> topic, String key, E event) {
    write(topic, key, event, Map.of());
  }

  default void delete(Topic<?> topic, String key) {
    delete(topic, key, Map.of());
  }
}
