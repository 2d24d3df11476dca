package io.chihiro.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Everything of one user on some topics, which lies in one partition of each, as it is now. The
/// topics are the truth, so there is no second copy to fall out of step.
public final class UserRecords {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String broker;
  private final String name;
  private final List<? extends Topic<?>> topics;

  /// Nothing is asked before [#each].
  ///
  /// @param broker `host:port`
  /// @param name shown in the broker's logs
  public UserRecords(String broker, String name, List<? extends Topic<?>> topics) {
    this.broker = broker;
    this.name = name;
    this.topics = topics;
  }

  /// Shows every committed record of a user from end to end, deletions among them; those of one
  /// topic in their order.
  public void each(String user, Consumer<ConsumerRecord<String, byte[]>> reader) {
    try (var consumer = consumer()) {
      List<TopicPartition> mine =
          topics.stream().map(topic -> share(consumer, topic, user)).toList();
      consumer.assign(mine);
      consumer.seekToBeginning(mine);
      Map<TopicPartition, Long> ends = consumer.endOffsets(mine);
      while (mine.stream().anyMatch(each -> isBehind(consumer, each, ends))) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
          if (belongsTo(user, message)) {
            reader.accept(message);
          }
        }
      }
    }
  }

  /// The latest record of every key of a user that was not deleted, as it travelled.
  public Map<String, ConsumerRecord<String, byte[]>> latest(String user) {
    Map<String, ConsumerRecord<String, byte[]>> latest = new HashMap<>();
    each(
        user,
        message -> {
          if (message.value() == null) {
            latest.remove(message.key());
          } else {
            latest.put(message.key(), message);
          }
        });
    return latest;
  }

  // Others may share the partition.
  private static boolean belongsTo(String user, ConsumerRecord<String, byte[]> message) {
    return message.key() != null && Keys.user(message.key()).equals(user);
  }

  private static boolean isBehind(
      KafkaConsumer<?, ?> consumer, TopicPartition part, Map<TopicPartition, Long> ends) {
    return consumer.position(part) < ends.getOrDefault(part, 0L);
  }

  private static TopicPartition share(KafkaConsumer<?, ?> consumer, Topic<?> topic, String user) {
    int partitions = consumer.partitionsFor(topic.name()).size();
    return new TopicPartition(topic.name(), Keys.partition(user, partitions));
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = BrokerConnection.to(broker);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Limits.RECORD_BYTES);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
