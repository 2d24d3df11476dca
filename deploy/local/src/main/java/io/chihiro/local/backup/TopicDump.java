package io.chihiro.local.backup;

import io.chihiro.events.BrokerConnection;
import io.chihiro.events.Keys;
import io.chihiro.events.Limits;
import io.chihiro.events.RejectedId;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads topics from end to end, as bytes that mean nothing here.
final class TopicDump implements AutoCloseable {
  /// What follows from the other topics. Left out, it cannot be ahead of them; whoever starts on
  /// a home without it makes it again.
  static final Set<Topic<?>> DERIVED =
      Set.of(Topics.SONGS, Topics.MOMENTS, Topics.VECTORS, Topics.SONG_VECTORS);

  private static final Duration POLL = Duration.ofMillis(500);
  private static final int RECORDS_AT_ONCE = 500;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<String> handled = new HashSet<>();

  /// Connects to a broker.
  TopicDump(String broker) {
    Map<String, Object> config = BrokerConnection.to(broker);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "backup");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Limits.RECORD_BYTES);
    config.put(
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Limits.RECORD_BYTES / Topics.PARTITIONS);
    consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /// The topics that a backup holds, each after whatever says that its records are there: a page
  /// says that it was read, so pages come before entries, and an entry may be there twice but is
  /// never missing.
  static List<Topic<?>> topics() {
    return Topics.ALL.stream()
        .filter(topic -> !DERIVED.contains(topic) && !topic.equals(Topics.REJECTED_HANDLED))
        .toList();
  }

  /// Remembers which rejected records somebody has seen to. They are left out, because what they
  /// are called is where they lie, which changes.
  void passOverHandled() throws IOException {
    each(
        Topics.REJECTED_HANDLED,
        message -> {
          String id = Keys.rest(new String(message.key(), StandardCharsets.UTF_8));
          boolean _ = message.value() == null ? handled.remove(id) : handled.add(id);
        });
  }

  /// Writes every record of a topic.
  ///
  /// @return how many
  long write(Topic<?> topic, DataOutputStream out) throws IOException {
    long[] count = {0};
    boolean rejected = Topics.REJECTED.contains(topic);
    each(
        topic,
        message -> {
          if (!rejected || !isHandled(message)) {
            StoredRecord.of(message).write(out);
            count[0]++;
          }
        });
    return count[0];
  }

  @Override
  public void close() {
    consumer.close();
  }

  @FunctionalInterface
  private interface Reader {
    void take(ConsumerRecord<byte[], byte[]> message) throws IOException;
  }

  private boolean isHandled(ConsumerRecord<byte[], byte[]> message) {
    return !handled.isEmpty()
        && handled.contains(
            RejectedId.name(message.topic(), message.partition(), message.offset()));
  }

  private void each(Topic<?> topic, Reader reader) throws IOException {
    List<TopicPartition> partitions =
        IntStream.range(0, consumer.partitionsFor(topic.name()).size())
            .mapToObj(number -> new TopicPartition(topic.name(), number))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    // What is written over while this reads lies behind the first end: a broker may already have
    // forgotten what it took the place of.
    for (int round = 0; round < 2; round++) {
      upTo(consumer.endOffsets(partitions), reader);
    }
  }

  private void upTo(Map<TopicPartition, Long> ends, Reader reader) throws IOException {
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
        reader.take(message);
      }
    }
  }
}
