package io.chihiro.ingest;

import io.chihiro.events.Rejected;
import io.chihiro.events.Topic;

/// Where a record goes that cannot be read.
@FunctionalInterface
public interface RejectedRecords {
  /// Keeps it; the stream goes on.
  void keep(String key, Rejected rejected);

  /// Keeps the bytes of a record with the reason.
  default void keep(Topic<?> topic, String key, String reason, byte[] raw) {
    keep(key, Rejected.record(topic, key, reason, raw));
  }
}
