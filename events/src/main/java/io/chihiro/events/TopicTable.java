package io.chihiro.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The latest record of every key of a compacted topic, kept in memory and kept fresh.
///
/// For topics that one process can hold: pages, entries, models. Thread-safe to read.
public final class TopicTable<E extends Event> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicTable.class);
  private static final char AFTER_SEPARATOR = '/' + 1;

  private final Topic<E> topic;
  private final NavigableMap<String, E> rows = new ConcurrentSkipListMap<>();
  private final TopicFollower follower;
  private final Listener<E> listener;

  /// Told of each change after the table shows it.
  @FunctionalInterface
  public interface Listener<E> {
    /// A key was written or deleted.
    ///
    /// @param event empty means deleted
    /// @param written when the record was written
    void changed(String key, Optional<E> event, Instant written);
  }

  /// A table that is still empty; [#load] fills it.
  ///
  /// @param listener told of each change after the table shows it; empty means deleted
  public TopicTable(
      String bootstrapServers,
      String name,
      Topic<E> topic,
      BiConsumer<String, Optional<E>> listener) {
    this(bootstrapServers, name, topic, (key, event, _) -> listener.accept(key, event));
  }

  /// A table whose listener also wants to know when a record was written.
  public TopicTable(String bootstrapServers, String name, Topic<E> topic, Listener<E> listener) {
    this.topic = topic;
    this.listener = listener;
    this.follower =
        TopicFollower.everything(
            bootstrapServers, name, List.of(topic), Map::of, batch -> batch.forEach(this::apply));
  }

  /// Reads the topic to its present end, then goes on in the background.
  ///
  /// @throws IllegalStateException if that takes longer than `patience`
  public TopicTable<E> load(Duration patience) throws InterruptedException {
    follower.start().awaitCaughtUp(patience);
    return this;
  }

  /// The latest record under a key.
  public Optional<E> get(String key) {
    return Optional.ofNullable(rows.get(key));
  }

  /// Everything of one user, by key.
  public NavigableMap<String, E> of(String user) {
    return rows.subMap(user + '/', true, user + AFTER_SEPARATOR, false);
  }

  /// Everything of everyone, by key. For operations, never for an answer.
  public NavigableMap<String, E> all() {
    return rows;
  }

  /// Shows a record at once that this process has just written itself.
  public void put(String key, E event) {
    rows.put(key, event);
  }

  /// Stops showing a record that this process has just deleted itself.
  public void remove(String key) {
    rows.remove(key);
  }

  /// Returns once the table shows everything that was on the topic when this was called, so that
  /// whoever has just written to it reads what they wrote.
  public void awaitWritten() throws InterruptedException {
    long behind;
    do {
      behind = follower.waiting();
    } while (behind > 0);
  }

  /// Whether the table has shown everything that was on the topic when it began to read.
  public boolean whole() {
    return follower.caughtUp();
  }

  /// Begins to read in the background; [#whole] says when everything is there.
  public TopicTable<E> start() {
    follower.start();
    return this;
  }

  /// Records on the topic that the table does not show yet, without asking; see
  /// [TopicFollower#lag].
  public double lag() {
    return follower.lag();
  }

  /// Records on the topic that the table does not show yet.
  public long waiting() throws InterruptedException {
    return follower.waiting();
  }

  @Override
  public void close() {
    follower.close();
  }

  private void apply(ConsumerRecord<String, byte[]> message) {
    String key = message.key();
    try {
      Optional<E> event =
          Optional.ofNullable(message.value())
              .flatMap(value -> Wire.find(key, value, topic.type()));
      event.ifPresentOrElse(there -> rows.put(key, there), () -> rows.remove(key));
      listener.changed(key, event, Instant.ofEpochMilli(message.timestamp()));
    } catch (UnreadableRecordException e) {
      LOG.warn(
          "{} partition {} offset {}: {}",
          topic.name(),
          message.partition(),
          message.offset(),
          e.getMessage());
    }
  }
}
