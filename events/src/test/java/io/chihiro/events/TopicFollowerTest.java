package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.TopicFollower.BatchHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// With Kafka's own twin of a consumer in memory.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TopicFollowerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final TopicPartition PARTITION = new TopicPartition("moments", 0);

  private final LateConsumer consumer = new LateConsumer();
  private final List<Long> handled = new CopyOnWriteArrayList<>();

  @Test
  void aBrokerThatIsAwayForAWhileStopsNothing() throws Exception {
    holds(2);
    consumer.setOffsetsException(new TimeoutException("the broker is away"));
    try (TopicFollower follower = follower(Map.of(), this::note)) {
      follower.start().awaitCaughtUp(PATIENCE);

      assertEquals(List.of(0L, 1L), handled);
      assertEquals(0, follower.waiting());
    }
  }

  @Test
  void aTopicThatIsNotThereYetIsWaitedFor() throws Exception {
    holds(2);
    consumer.late = 1;
    try (TopicFollower follower = follower(Map.of(), this::note)) {
      follower.start().awaitCaughtUp(PATIENCE);

      assertEquals(List.of(0L, 1L), handled);
    }
  }

  @Test
  void whatIsUnderWayIsBehindAndNothingIsWhenAllIsHandled() throws Exception {
    holds(2);
    List<Double> lags = new CopyOnWriteArrayList<>();
    AtomicReference<TopicFollower> self = new AtomicReference<>();
    BatchHandler looking =
        batch -> {
          lags.add(self.get().lag());
          note(batch);
        };
    try (TopicFollower follower = follower(Map.of(), looking)) {
      assertEquals(Double.NaN, follower.lag());
      self.set(follower);
      follower.start().awaitCaughtUp(PATIENCE);

      assertEquals(List.of(2.0), lags);
      assertEquals(0, follower.lag());
    }
  }

  @Test
  void aBatchThatCannotBeHandledComesAgain() throws Exception {
    holds(2);
    AtomicInteger tries = new AtomicInteger();
    BatchHandler failingOnce =
        batch -> {
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("the cache is away");
          }
          note(batch);
        };
    try (TopicFollower follower = follower(Map.of(), failingOnce)) {
      follower.start().awaitCaughtUp(PATIENCE);

      assertEquals(List.of(0L, 1L), handled);
    }
  }

  @Test
  void readingGoesOnWhereItStopped() throws Exception {
    holds(3);
    try (TopicFollower follower = follower(Map.of(PARTITION, 2L), this::note)) {
      follower.start().awaitCaughtUp(PATIENCE);

      assertEquals(List.of(2L), handled);
    }
  }

  @Test
  void theEndOfATransactionDoesNotWaitForEver() throws Exception {
    holds(2);
    consumer.updateEndOffsets(Map.of(PARTITION, 3L));
    try (TopicFollower follower =
        new TopicFollower(
            "test",
            new FollowedPartitions(List.of(Topics.MOMENTS), Optional.empty(), Optional.empty()),
            () -> {},
            this::note,
            consumer)) {
      consumer.schedulePollTask(() -> consumer.seek(PARTITION, 3));
      follower.start().awaitCaughtUp(PATIENCE);

      assertEquals(List.of(0L, 1L), handled);
      assertEquals(0, follower.waiting());
    }
  }

  @Test
  void itLooksMoreOftenWhileSomebodyAsks() throws Exception {
    holds(1);
    try (TopicFollower follower = follower(Map.of(), this::note)) {
      follower.start().awaitCaughtUp(PATIENCE);
      Duration unasked = consumer.nextPatience();
      var _ = follower.waiting();
      Duration asked = consumer.nextPatience();

      assertTrue(asked.multipliedBy(5).compareTo(unasked) < 0, asked + " instead of " + unasked);
    }
  }

  @Test
  void aFollowerThatNeverBeganCanBeClosed() {
    follower(Map.of(), this::note).close();

    assertTrue(consumer.closed());
  }

  @Test
  void aFollowerThatNeverBeganHasNotCaughtUp() {
    try (TopicFollower follower = follower(Map.of(), this::note)) {
      assertFalse(follower.caughtUp());
    }
  }

  private void note(List<ConsumerRecord<String, byte[]>> batch) {
    batch.forEach(message -> handled.add(message.offset()));
  }

  private TopicFollower follower(Map<TopicPartition, Long> from, BatchHandler handler) {
    return new TopicFollower(
        "test",
        new FollowedPartitions(List.of(Topics.MOMENTS), Optional.of(() -> from), Optional.empty()),
        () -> {},
        handler,
        consumer);
  }

  /// Does not know a topic the first times it is asked.
  private static final class LateConsumer extends MockConsumer<String, byte[]> {
    private final BlockingQueue<Duration> patience = new SynchronousQueue<>();
    private int late;

    LateConsumer() {
      super("earliest");
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
      // Handed over only while somebody waits for it.
      var _ = patience.offer(timeout);
      return super.poll(timeout);
    }

    /// How long the next look waits that begins after this was called.
    Duration nextPatience() throws InterruptedException {
      return patience.take();
    }

    @Override
    public synchronized List<PartitionInfo> partitionsFor(String topic) {
      return late-- > 0 ? List.of() : super.partitionsFor(topic);
    }
  }

  /// As many records on the one partition, handed out once it is assigned.
  private void holds(int records) {
    var info = new PartitionInfo("moments", 0, null, null, null);
    consumer.updatePartitions("moments", List.of(info));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, (long) records));
    consumer.schedulePollTask(
        () -> {
          if (consumer.assignment().isEmpty()) {
            consumer.rebalance(List.of(PARTITION));
          }
          for (int i = 0; i < records; i++) {
            consumer.addRecord(
                new ConsumerRecord<>("moments", 0, i, "owner/2024-03-05", new byte[0]));
          }
        });
  }
}
