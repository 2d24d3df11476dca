package io.chihiro.events;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// Where topics begin and end and how far a group has come, asked of the broker. Thread-safe.
public final class TopicOffsets implements AutoCloseable {
  private final Admin admin;

  /// Nothing is asked yet.
  ///
  /// @param broker `host:port`
  public TopicOffsets(String broker) {
    this.admin = Admin.create(BrokerConnection.to(broker));
  }

  @Override
  public void close() {
    admin.close();
  }

  /// The broker's own name: positions in its topics mean nothing to any other.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public String cluster() throws InterruptedException {
    return answer(admin.describeCluster().clusterId());
  }

  /// The offset before which nothing is kept any more, by partition.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public Map<TopicPartition, Long> begins(Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    return offsets(partitions(topics), OffsetSpec.earliest());
  }

  /// The offset of the next record, by partition.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public Map<TopicPartition, Long> ends(Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    return offsets(partitions(topics), OffsetSpec.latest());
  }

  /// How many records of some topics a group has not finished with.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public long waiting(String group, Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    List<TopicPartition> partitions = partitions(topics);
    // What is committed is asked last: it may be at the end that was told before, never behind it.
    Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    return TopicLag.behind(begins, committed(group), ends);
  }

  private Map<TopicPartition, Long> committed(String group) throws InterruptedException {
    return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .entrySet()
        .stream()
        .filter(each -> each.getValue() != null)
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
      throws InterruptedException {
    return answer(
            admin
                .listOffsets(
                    partitions.stream().collect(Collectors.toMap(each -> each, _ -> which)))
                .all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  // The broker knows how many there are: more may have been added.
  private List<TopicPartition> partitions(Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    List<String> names = topics.stream().map(Topic::name).toList();
    return answer(admin.describeTopics(names).allTopicNames()).values().stream()
        .flatMap(TopicOffsets::each)
        .toList();
  }

  private static Stream<TopicPartition> each(TopicDescription topic) {
    return topic.partitions().stream()
        .map(part -> new TopicPartition(topic.name(), part.partition()));
  }

  private static <T> T answer(KafkaFuture<T> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell where topics begin and end", e);
    }
  }
}
