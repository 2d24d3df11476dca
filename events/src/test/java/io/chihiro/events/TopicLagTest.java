package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicLagTest {
  private static final TopicPartition FIRST = new TopicPartition("moments", 0);
  private static final TopicPartition SECOND = new TopicPartition("moments", 1);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final TopicLag lag = new TopicLag(consumer);

  @Test
  void aGroupIsBehindByWhatNoneOfItsInstancesHasCommitted() {
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 5L));
    consumer.updateEndOffsets(Map.of(FIRST, 10L, SECOND, 9L));
    consumer.assign(List.of(FIRST));
    consumer.commitSync(Map.of(FIRST, new OffsetAndMetadata(7)));

    assertEquals(3 + 4, lag.askGroup(List.of(FIRST, SECOND)));
  }

  @Test
  void aGroupThatHasCommittedEverythingIsNotBehind() {
    consumer.updateBeginningOffsets(Map.of(FIRST, 0L, SECOND, 0L));
    consumer.updateEndOffsets(Map.of(FIRST, 10L, SECOND, 0L));
    consumer.assign(List.of(FIRST));
    consumer.commitSync(Map.of(FIRST, new OffsetAndMetadata(10)));

    assertEquals(0, lag.askGroup(List.of(FIRST, SECOND)));
  }
}
