package io.chihiro.events;

import io.chihiro.events.TopicFollower.Gained;
import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/// Notes when this instance is given partitions, and sees to it that whoever handles their records
/// is ready for them. For the thread of the consumer.
final class GainedShare implements ConsumerRebalanceListener {
  private final Gained gained;
  private boolean isNew;

  GainedShare(Gained gained) {
    this.gained = gained;
  }

  /// Returns once the records of all partitions that were given may be handled.
  void awaitReady() throws InterruptedException {
    if (isNew) {
      gained.ready();
      isNew = false;
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> given) {
    isNew |= !given.isEmpty();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> taken) {
    // What was handled is committed.
  }
}
