package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// With Kafka's own twin of a consumer in memory.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class UserRecordsTest {
  private static final TopicPartition PARTITION = new TopicPartition("plays", 0);

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final List<String> read = new ArrayList<>();

  @BeforeEach
  void holdTwo() {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.schedulePollTask(
        () -> {
          consumer.addRecord(play(0, "owner/first"));
          consumer.addRecord(play(1, "other/second"));
        });
  }

  @Test
  void aUsersRecordsAreShownToTheEnd() {
    thereIsTheTopic(2);

    records().each("owner", message -> read.add(message.key()));

    assertEquals(List.of("owner/first"), read);
  }

  @Test
  void aBrokerThatGoesAwayMidwayIsNotWaitedForWithoutEnd() {
    thereIsTheTopic(5);

    var gone =
        assertThrows(
            IllegalStateException.class,
            () -> records().each("owner", message -> read.add(message.key())));

    assertEquals("the broker has stopped answering while [plays] was read", gone.getMessage());
    assertEquals(List.of("owner/first"), read);
  }

  @Test
  void aTopicThatIsNotThereYetIsNamed() {
    var missing = assertThrows(IllegalStateException.class, () -> records().each("owner", _ -> {}));

    assertEquals("there is no topic plays yet", missing.getMessage());
  }

  private UserRecords records() {
    return new UserRecords(() -> consumer, List.of(Topics.PLAYS), Duration.ofMillis(100));
  }

  private void thereIsTheTopic(long end) {
    consumer.updatePartitions("plays", List.of(new PartitionInfo("plays", 0, null, null, null)));
    consumer.updateEndOffsets(Map.of(PARTITION, end));
  }

  private static ConsumerRecord<String, byte[]> play(long offset, String key) {
    return new ConsumerRecord<>("plays", 0, offset, key, new byte[0]);
  }
}
