package io.chihiro.ingest;

import io.chihiro.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// How many records lie on the dead-letter topics of all services, asked of the broker.
@ApplicationScoped
public class RejectedTopics {
  private final TopicOffsets offsets;

  public RejectedTopics(TopicOffsets offsets) {
    this.offsets = offsets;
  }

  /// Records by topic.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public Map<String, Long> records() throws InterruptedException {
    Map<TopicPartition, Long> begins = offsets.begins(Topics.REJECTED);
    return offsets.ends(Topics.REJECTED).entrySet().stream()
        .collect(
            Collectors.groupingBy(
                end -> end.getKey().topic(),
                Collectors.summingLong(
                    end -> end.getValue() - begins.getOrDefault(end.getKey(), end.getValue()))));
  }
}
