package io.chihiro.ocr;

import io.chihiro.events.Event;
import io.chihiro.events.EventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The latest record of every key of a topic that only this service writes.
///
/// It is filled once from the topic; from then on nobody else adds to it, so what was written here
/// is what the topic holds, without waiting for it to come back. Thread-safe to read.
final class Shelf<E extends Event> {
  private static final char AFTER_SEPARATOR = '/' + 1;

  private final Topic<E> topic;
  private final EventWriter writer;
  private final AtomicLong version = new AtomicLong();
  private final ConcurrentNavigableMap<String, E> rows = new ConcurrentSkipListMap<>();

  Shelf(Topic<E> topic, EventWriter writer) {
    this.topic = topic;
    this.writer = writer;
  }

  /// Shows what the topic held when this service started.
  void fill(Map<String, E> present) {
    rows.putAll(present);
  }

  Optional<E> get(String key) {
    return Optional.ofNullable(rows.get(key));
  }

  Collection<E> of(String user) {
    return rows.subMap(user + '/', user + AFTER_SEPARATOR).values();
  }

  /// Everybody of whom there is something.
  Set<String> users() {
    Set<String> users = new TreeSet<>();
    for (String key = first(""); key != null; key = first(Keys.user(key) + AFTER_SEPARATOR)) {
      users.add(Keys.user(key));
    }
    return users;
  }

  private @Nullable String first(String from) {
    return rows.ceilingKey(from);
  }

  /// Grows with every change.
  long version() {
    return version.get();
  }

  /// Sends records and shows them once the broker has them.
  void keep(Map<String, E> changed) {
    keep(changed, Map.of());
  }

  /// Sends records with headers beside them and shows them once the broker has them.
  void keep(Map<String, E> changed, Map<String, String> headers) {
    changed.forEach((key, event) -> writer.write(topic, key, event, headers));
    writer.flush();
    rows.putAll(changed);
    version.incrementAndGet();
  }

  /// Sends a tombstone and forgets the key once the broker has it.
  void forget(String key) {
    writer.delete(topic, key);
    writer.flush();
    rows.remove(key);
    version.incrementAndGet();
  }
}
