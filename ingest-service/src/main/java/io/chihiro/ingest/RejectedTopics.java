package io.chihiro.ingest;

import io.chihiro.events.Rejected;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// How many records lie on the dead-letter topics of all services, asked of the broker.
@ApplicationScoped
public class RejectedTopics {
  /// Each service's own.
  static final List<Topic<Rejected>> ALL =
      List.of(
          Topics.OCR_REJECTED,
          Topics.INGEST_REJECTED,
          Topics.EMBEDDING_REJECTED,
          Topics.TRAINING_REJECTED,
          Topics.RECOMMEND_REJECTED);

  private final Admin admin;

  public RejectedTopics(IngestSettings settings) {
    this.admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.broker()));
  }

  @PreDestroy
  void close() {
    admin.close();
  }

  /// Records by topic.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public Map<String, Long> records() throws InterruptedException {
    try {
      Map<TopicPartition, Long> ends = offsets(OffsetSpec.latest());
      Map<TopicPartition, Long> begins = offsets(OffsetSpec.earliest());
      Map<String, Long> records = new TreeMap<>();
      ends.forEach(
          (partition, end) ->
              records.merge(
                  partition.topic(), end - begins.getOrDefault(partition, end), Long::sum));
      return records;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell how much was rejected", e);
    }
  }

  private Map<TopicPartition, Long> offsets(OffsetSpec which)
      throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(
            partitions().stream().collect(Collectors.toMap(Function.identity(), _ -> which)))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().offset()));
  }

  private static Set<TopicPartition> partitions() {
    return ALL.stream()
        .flatMap(
            topic ->
                IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
        .collect(Collectors.toSet());
  }
}
