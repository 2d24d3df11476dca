package io.chihiro.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// Everything of one user on some topics, which lies in one partition of each, as it is now. The
/// topics are the truth, so there is no second copy to fall out of step.
public final class UserRecords {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLL_RECORDS = 10_000;

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final List<? extends Topic<?>> topics;
  private final Duration patience;

  /// Is shown one record after the other.
  @FunctionalInterface
  public interface Reader {
    void read(ConsumerRecord<String, byte[]> message);
  }

  /// Nothing is asked before [#each].
  ///
  /// @param broker `host:port`
  /// @param name shown in the broker's logs
  public UserRecords(String broker, String name, List<? extends Topic<?>> topics) {
    this(() -> TopicConsumers.alone(broker, name, POLL_RECORDS), topics, TopicConsumers.PATIENCE);
  }

  UserRecords(
      Supplier<Consumer<String, byte[]>> consumers,
      List<? extends Topic<?>> topics,
      Duration patience) {
    this.consumers = consumers;
    this.topics = topics;
    this.patience = patience;
  }

  /// Shows every committed record of a user from end to end, deletions among them; those of one
  /// topic in their order.
  ///
  /// @throws IllegalStateException if the broker stops answering midway: somebody waits for the end
  public void each(String user, Reader reader) {
    try (var consumer = consumers.get()) {
      List<TopicPartition> mine =
          topics.stream().map(topic -> share(consumer, topic, user)).toList();
      consumer.assign(mine);
      consumer.seekToBeginning(mine);
      Map<TopicPartition, Long> ends = consumer.endOffsets(mine);
      long heardNanos = System.nanoTime();
      while (mine.stream().anyMatch(each -> isBehind(consumer, each, ends))) {
        ConsumerRecords<String, byte[]> messages = consumer.poll(POLL);
        if (messages.isEmpty()) {
          expectAnswer(heardNanos);
          continue;
        }
        messages.forEach(message -> show(user, message, reader));
        heardNanos = System.nanoTime();
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

  private void expectAnswer(long heardNanos) {
    if (System.nanoTime() - heardNanos > patience.toNanos()) {
      throw new IllegalStateException(
          "the broker has stopped answering while %s was read"
              .formatted(topics.stream().map(Topic::name).toList()));
    }
  }

  // Others may share the partition.
  private static void show(String user, ConsumerRecord<String, byte[]> message, Reader reader) {
    if (message.key() != null && Keys.user(message.key()).equals(user)) {
      reader.read(message);
    }
  }

  private static boolean isBehind(
      Consumer<?, ?> consumer, TopicPartition part, Map<TopicPartition, Long> ends) {
    return consumer.position(part) < ends.getOrDefault(part, 0L);
  }

  private static TopicPartition share(Consumer<?, ?> consumer, Topic<?> topic, String user) {
    int partitions = TopicConsumers.partitions(consumer, topic).size();
    return new TopicPartition(topic.name(), Keys.partition(user, partitions));
  }
}
