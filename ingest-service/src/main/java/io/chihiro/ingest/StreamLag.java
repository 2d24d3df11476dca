package io.chihiro.ingest;

import io.chihiro.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// How many records the topology has not finished with, asked of the broker.
@ApplicationScoped
public class StreamLag {
  private final Admin admin;

  public StreamLag(IngestSettings settings) {
    this.admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.broker()));
  }

  @PreDestroy
  void close() {
    admin.close();
  }

  /// Plays and entries whose effect is not committed yet.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public long waiting() throws InterruptedException {
    try {
      Map<TopicPartition, ListOffsetsResultInfo> ends =
          admin.listOffsets(latest(inputs())).all().get();
      Map<TopicPartition, OffsetAndMetadata> done =
          admin
              .listConsumerGroupOffsets(RunTopology.APPLICATION)
              .partitionsToOffsetAndMetadata()
              .get();
      return ends.entrySet().stream()
          .mapToLong(end -> end.getValue().offset() - committed(done, end.getKey()))
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell how far the topology is", e);
    }
  }

  private static long committed(
      Map<TopicPartition, OffsetAndMetadata> done, TopicPartition partition) {
    OffsetAndMetadata offset = done.get(partition);
    return offset == null ? 0 : offset.offset();
  }

  private static Map<TopicPartition, OffsetSpec> latest(Set<TopicPartition> partitions) {
    return partitions.stream()
        .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
  }

  private static Set<TopicPartition> inputs() {
    return MomentsTopology.INPUTS.stream()
        .flatMap(
            topic ->
                IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
        .collect(Collectors.toSet());
  }
}
