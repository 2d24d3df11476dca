package io.chihiro.ingest;

import io.chihiro.events.TopicOffsets;
import jakarta.enterprise.context.ApplicationScoped;

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
    return offsets.waiting(RunTopology.APPLICATION, MomentsTopology.INPUTS);
  }
}
