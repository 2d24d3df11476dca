package io.chihiro.events;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The broker's twin in memory, for tests: what a compacted topic would hold. Thread-safe.
public final class InMemoryEvents implements EventWriter {
  private final Map<String, SortedMap<String, Event>> topics = new TreeMap<>();
  private final Map<String, Map<String, String>> headers = new TreeMap<>();
  private int flushes;

  @Override
  public synchronized <E extends Event> void write(
      Topic<E> topic, String key, E event, Map<String, String> beside) {
    // Through the wire and back, so that a test meets what a consumer would meet.
    E travelled = Wire.read(key, Wire.write(key, event), topic.type());
    topics.computeIfAbsent(topic.name(), _ -> new TreeMap<>()).put(key, travelled);
    headers.put(topic.name() + " " + key, Map.copyOf(beside));
  }

  @Override
  public synchronized void delete(Topic<?> topic, String key, Map<String, String> beside) {
    topics.computeIfAbsent(topic.name(), _ -> new TreeMap<>()).remove(key);
    headers.put(topic.name() + " " + key, Map.copyOf(beside));
  }

  @Override
  public synchronized void flush() {
    flushes++;
  }

  /// How often everything so far was made safe.
  public synchronized int flushes() {
    return flushes;
  }

  /// What went beside the record, or its tombstone, that came last under a key.
  public synchronized Map<String, String> headers(Topic<?> topic, String key) {
    return headers.getOrDefault(topic.name() + " " + key, Map.of());
  }

  /// Everything a topic holds, by key.
  public synchronized <E extends Event> SortedMap<String, E> all(Topic<E> topic) {
    SortedMap<String, E> copy = new TreeMap<>();
    topics
        .getOrDefault(topic.name(), new TreeMap<>())
        .forEach((key, event) -> copy.put(key, topic.type().cast(event)));
    return copy;
  }

  /// What a topic holds under one key.
  public <E extends Event> Optional<E> get(Topic<E> topic, String key) {
    return Optional.ofNullable(all(topic).get(key));
  }
}
