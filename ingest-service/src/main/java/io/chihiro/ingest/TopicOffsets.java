package io.chihiro.ingest;

import io.chihiro.events.BrokerConnection;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// Where topics begin and end and how far a group has come, asked of the broker.
@ApplicationScoped
public class TopicOffsets {
  private final Admin admin;

  public TopicOffsets(IngestSettings settings) {
    this.admin = Admin.create(BrokerConnection.to(settings.broker()));
  }

  @PreDestroy
  void close() {
    admin.close();
  }

  /// The offset before which nothing is kept any more, by partition.
  ///
  /// @throws IllegalStateException if the broker does not answer
  Map<TopicPartition, Long> begins(Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    return of(topics, OffsetSpec.earliest());
  }

  /// The offset of the next record, by partition.
  ///
  /// @throws IllegalStateException if the broker does not answer
  Map<TopicPartition, Long> ends(Collection<? extends Topic<?>> topics)
      throws InterruptedException {
    return of(topics, OffsetSpec.latest());
  }

  /// The offset of the next record that a group has not finished with; absent where it has not
  /// begun.
  ///
  /// @throws IllegalStateException if the broker does not answer
  Map<TopicPartition, Long> committed(String group) throws InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(each -> each.getValue() != null)
          .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell how far " + group + " is", e);
    }
  }

  private Map<TopicPartition, Long> of(Collection<? extends Topic<?>> topics, OffsetSpec which)
      throws InterruptedException {
    try {
      return admin.listOffsets(asked(topics, which)).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell where topics begin and end", e);
    }
  }

  private static Map<TopicPartition, OffsetSpec> asked(
      Collection<? extends Topic<?>> topics, OffsetSpec which) {
    return topics.stream()
        .flatMap(
            topic ->
                IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
        .collect(Collectors.toMap(Function.identity(), _ -> which));
  }
}
