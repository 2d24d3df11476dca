package io.chihiro.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The consumers that [TopicFollower] and [UserRecords] read with: committed transactions only, and
/// no position is committed by itself.
final class TopicConsumers {
  /// How long the broker is waited for.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int POLL_RECORDS = 500;

  private TopicConsumers() {}

  /// A topic's partitions, as the broker knows them.
  ///
  /// @throws IllegalStateException if it has none yet
  static List<TopicPartition> partitions(Consumer<?, ?> consumer, Topic<?> topic) {
    List<TopicPartition> partitions =
        Stream.ofNullable(consumer.partitionsFor(topic.name()))
            .flatMap(List::stream)
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new IllegalStateException("there is no topic " + topic.name() + " yet");
    }
    return partitions;
  }

  /// One that is told which partitions to read, and from where.
  static Consumer<String, byte[]> alone(String bootstrapServers, String name) {
    return alone(bootstrapServers, name, POLL_RECORDS);
  }

  /// One that is handed at most so many records at once.
  static Consumer<String, byte[]> alone(String bootstrapServers, String name, int pollRecords) {
    Map<String, Object> config = config(bootstrapServers, name);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, pollRecords);
    return consumer(config);
  }

  /// One that is given a share of a group's partitions.
  ///
  /// @param instance stays the same over restarts, so that a killed instance gets its share back
  ///     at once
  static Consumer<String, byte[]> sharing(String bootstrapServers, String group, String instance) {
    Map<String, Object> config = config(bootstrapServers, instance);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
    config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 600_000);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    return consumer(config);
  }

  private static Consumer<String, byte[]> consumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static Map<String, Object> config(String bootstrapServers, String name) {
    Map<String, Object> config = BrokerConnection.to(bootstrapServers);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Limits.RECORD_BYTES);
    config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return config;
  }
}
