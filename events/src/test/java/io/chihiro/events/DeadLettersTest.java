package io.chihiro.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.keys.KeyRing;
import io.chihiro.shape.SealedProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// With Kafka's own twin of a consumer in memory.
@ExtendWith(SealedProcess.class)
class DeadLettersTest {
  private static final Topic<Rejected> TOPIC = Topics.INGEST_REJECTED;
  private static final String KEY = "owner/play";

  private KeyRing keys;

  @BeforeEach
  void seal(KeyRing given) {
    keys = given;
  }

  @Test
  void whatWasRejectedIsListedWithoutItsContent() {
    var letter = listed(rejected()).getFirst();

    assertEquals("plays", letter.from());
    assertEquals("broken JSON", letter.reason());
    assertEquals(6, letter.bytes());
  }

  @Test
  void whatADestroyedKeySealedIsListedNoMore() {
    byte[] sealed = rejected();
    keys.destroy("owner");

    assertEquals(List.of(), listed(sealed));
  }

  @Test
  void whatIsDamagedIsListedAsUnknown() {
    byte[] damaged = rejected();
    damaged[damaged.length - 1] ^= 1;

    assertEquals("unknown", listed(damaged).getFirst().from());
  }

  private static byte[] rejected() {
    byte[] poison = "poison".getBytes(StandardCharsets.UTF_8);
    return Wire.write(KEY, Rejected.record(Topics.PLAYS, KEY, "broken JSON", poison));
  }

  private static List<DeadLetters.Letter> listed(byte[] bytes) {
    var consumer = new MockConsumer<String, byte[]>("earliest");
    var partition = new TopicPartition(TOPIC.name(), 0);
    consumer.updatePartitions(
        TOPIC.name(), List.of(new PartitionInfo(TOPIC.name(), 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(partition, 0L));
    consumer.updateEndOffsets(Map.of(partition, 1L));
    consumer.schedulePollTask(
        () -> consumer.addRecord(new ConsumerRecord<>(TOPIC.name(), 0, 0, KEY, bytes)));
    var records = new UserRecords(() -> consumer, List.of(TOPIC), Duration.ofSeconds(5));
    return new DeadLetters(records).of("owner").waiting();
  }
}
