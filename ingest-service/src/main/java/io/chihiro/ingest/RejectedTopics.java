package io.chihiro.ingest;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.RejectedHandled;
import io.chihiro.events.RejectedId;
import io.chihiro.events.TopicOffsets;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// How many records lie on the dead-letter topics of all services and nobody has seen to: the
/// broker is asked for what lies there, and what is marked as handled is taken off.
@ApplicationScoped
public class RejectedTopics {
  private final TopicOffsets offsets;
  private final TopicTable<RejectedHandled> handled;

  public RejectedTopics(
      TopicOffsets offsets, IngestSettings settings, KafkaEventWriter topicsExist) {
    topicsExist.flush();
    this.offsets = offsets;
    this.handled =
        new TopicTable<>(settings.broker(), "ingest-handled", Topics.REJECTED_HANDLED, (_, _) -> {})
            .start();
  }

  @PreDestroy
  void close() {
    handled.close();
  }

  /// Records by topic.
  ///
  /// @throws IllegalStateException if the broker does not answer, or what was handled is not known
  ///     yet
  public Map<String, Long> records() throws InterruptedException {
    if (!handled.whole()) {
      throw new IllegalStateException("what was handled is still being read");
    }
    Map<TopicPartition, Long> begins = offsets.begins(Topics.REJECTED);
    Map<TopicPartition, Long> done = done(begins);
    return offsets.ends(Topics.REJECTED).entrySet().stream()
        .collect(
            Collectors.groupingBy(
                end -> end.getKey().topic(),
                Collectors.summingLong(
                    end ->
                        end.getValue()
                            - begins.getOrDefault(end.getKey(), end.getValue())
                            - done.getOrDefault(end.getKey(), 0L))));
  }

  // What was handled and is forgotten by its topic does not lie there.
  private Map<TopicPartition, Long> done(Map<TopicPartition, Long> begins) {
    return handled.all().keySet().stream()
        .map(Keys::rest)
        .map(RejectedId::parse)
        .flatMap(Optional::stream)
        .filter(id -> id.offset() >= begins.getOrDefault(partition(id), Long.MAX_VALUE))
        .collect(Collectors.groupingBy(RejectedTopics::partition, Collectors.counting()));
  }

  private static TopicPartition partition(RejectedId id) {
    return new TopicPartition(id.topic(), id.partition());
  }
}
