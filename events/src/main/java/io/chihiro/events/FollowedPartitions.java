package io.chihiro.events;

import io.chihiro.events.TopicFollower.Positions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/// Which partitions a follower reads, and where it begins in each.
///
/// @param from absent for whoever takes a share of a group: the group says where to begin
/// @param user whose partitions alone are read; absent for those of everybody
record FollowedPartitions(List<Topic<?>> topics, Optional<Positions> from, Optional<String> user) {
  /// Whether a group divides them.
  boolean shared() {
    return from.isEmpty();
  }

  /// Has the consumer read them, from where it is to begin.
  ///
  /// @param share hears of partitions that the group gives
  void attach(Consumer<String, byte[]> consumer, ConsumerRebalanceListener share) {
    if (from.isEmpty()) {
      consumer.subscribe(topics.stream().map(Topic::name).toList(), share);
      return;
    }
    consumer.assign(all(consumer));
    seek(consumer, from.get().get());
  }

  /// All of them, whoever of a group has which.
  List<TopicPartition> all(Consumer<String, byte[]> consumer) {
    return topics.stream().flatMap(topic -> of(topic, consumer).stream()).toList();
  }

  private List<TopicPartition> of(Topic<?> topic, Consumer<String, byte[]> consumer) {
    List<TopicPartition> all = TopicConsumers.partitions(consumer, topic);
    return user.map(name -> Keys.partition(name, all.size()))
        .map(own -> all.stream().filter(each -> each.partition() == own).toList())
        .orElse(all);
  }

  private static void seek(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> from) {
    consumer.seekToBeginning(consumer.assignment());
    from.forEach(
        (partition, offset) -> {
          if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, offset);
          }
        });
  }
}
