package io.chihiro.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// How many records the topology has not finished with, asked of the broker.
@ApplicationScoped
public class StreamLag {
  private final TopicOffsets offsets;

  public StreamLag(TopicOffsets offsets) {
    this.offsets = offsets;
  }

  /// Plays and entries whose effect is not committed yet.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public long waiting() throws InterruptedException {
    Map<TopicPartition, Long> ends = offsets.ends(MomentsTopology.INPUTS);
    Map<TopicPartition, Long> done = offsets.committed(RunTopology.APPLICATION);
    return ends.entrySet().stream()
        .mapToLong(end -> end.getValue() - done.getOrDefault(end.getKey(), 0L))
        .sum();
  }
}
