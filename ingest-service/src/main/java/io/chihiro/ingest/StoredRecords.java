package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.Topic;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.UserRecords;
import io.chihiro.events.Wire;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// What a user has on a topic, read when it is asked for.
final class StoredRecords<E extends Event> {
  private static final Logger LOG = Logger.getLogger(StoredRecords.class);

  private final Topic<E> topic;
  private final UserRecords records;

  StoredRecords(String broker, Topic<E> topic) {
    this.topic = topic;
    this.records = new UserRecords(broker, "ingest-stored-" + topic.name(), List.of(topic));
  }

  /// Shows every record. One that was written twice is met twice; one that was deleted may still be
  /// met.
  void each(String user, Consumer<E> reader) {
    records.each(user, message -> read(message, (_, event) -> event.ifPresent(reader)));
  }

  /// The latest record of every key that was not deleted, in the order in which they first came.
  Collection<E> latest(String user) {
    Map<String, E> latest = new LinkedHashMap<>();
    records.each(
        user,
        message ->
            read(
                message,
                (key, event) ->
                    event.ifPresentOrElse(
                        there -> latest.put(key, there), () -> latest.remove(key))));
    return latest.values();
  }

  private void read(
      ConsumerRecord<String, byte[]> message, BiConsumer<String, Optional<E>> reader) {
    try {
      Optional<byte[]> value = Optional.ofNullable(message.value());
      reader.accept(
          message.key(), value.flatMap(bytes -> Wire.find(message.key(), bytes, topic.type())));
    } catch (UnreadableRecordException e) {
      LOG.debugf("a record of %s is passed over: %s", topic.name(), e.problem());
    }
  }
}
