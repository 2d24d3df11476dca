package io.chihiro.ingest;

import io.chihiro.events.BrokerConnection;
import io.chihiro.events.Keys;
import io.chihiro.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Everything of one user on a topic, which lies in one partition of it, as it is now. The topic is
/// the truth, so there is no second copy to fall out of step.
final class UserPartition {
  private static final Duration POLL = Duration.ofMillis(200);

  private final String broker;
  private final Topic<?> topic;

  UserPartition(String broker, Topic<?> topic) {
    this.broker = broker;
    this.topic = topic;
  }

  /// Shows every record of a user from end to end, deletions among them.
  void each(String user, Consumer<ConsumerRecord<String, byte[]>> reader) {
    try (var consumer = consumer()) {
      int partitions = consumer.partitionsFor(topic.name()).size();
      var mine = new TopicPartition(topic.name(), Keys.partition(user + "/", partitions));
      consumer.assign(List.of(mine));
      consumer.seekToBeginning(List.of(mine));
      long end = consumer.endOffsets(List.of(mine)).getOrDefault(mine, 0L);
      while (consumer.position(mine) < end) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
          // Others may share the partition.
          if (Keys.user(message.key()).equals(user)) {
            reader.accept(message);
          }
        }
      }
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    Map<String, Object> config = BrokerConnection.to(broker);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "ingest-stored-" + topic.name());
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 * 1024 * 1024);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
