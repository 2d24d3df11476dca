package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/// Reads everything that lies on a topic of one user, from end to end.
final class StoredRecords<E extends Event> {
  private static final Logger LOG = Logger.getLogger(StoredRecords.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String broker;
  private final Topic<E> topic;

  StoredRecords(String broker, Topic<E> topic) {
    this.broker = broker;
    this.topic = topic;
  }

  /// Shows every record. One that was written twice is met twice; one that was deleted may still be
  /// met.
  void each(String user, Consumer<E> reader) {
    read(user, (_, event) -> event.ifPresent(reader));
  }

  /// The latest record of every key that was not deleted, in the order in which they first came.
  Collection<E> latest(String user) {
    Map<String, E> latest = new LinkedHashMap<>();
    read(
        user,
        (key, event) ->
            event.ifPresentOrElse(there -> latest.put(key, there), () -> latest.remove(key)));
    return latest.values();
  }

  private void read(String user, BiConsumer<String, Optional<E>> reader) {
    try (var consumer = consumer()) {
      int partitions = consumer.partitionsFor(topic.name()).size();
      var mine = new TopicPartition(topic.name(), Keys.partition(user + "/", partitions));
      consumer.assign(List.of(mine));
      consumer.seekToBeginning(List.of(mine));
      long end = consumer.endOffsets(List.of(mine)).getOrDefault(mine, 0L);
      while (consumer.position(mine) < end) {
        consumer.poll(POLL).forEach(message -> show(user, message, reader));
      }
    }
  }

  private void show(
      String user, ConsumerRecord<String, byte[]> message, BiConsumer<String, Optional<E>> reader) {
    if (!Keys.user(message.key()).equals(user)) {
      return;
    }
    try {
      Optional<byte[]> value = Optional.ofNullable(message.value());
      reader.accept(
          message.key(), value.map(bytes -> Wire.read(message.key(), bytes, topic.type())));
    } catch (UnreadableRecordException e) {
      LOG.debugf("a record of %s is passed over: %s", topic.name(), e.problem());
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "ingest-stored-" + topic.name(),
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10_000,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            8 * 1024 * 1024),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
