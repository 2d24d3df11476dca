package io.chihiro.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A group that reads what a transaction wrote, on a real broker.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SharedTransactionsIT {
  /// As many as one poll hands over: the end of the transaction is passed by a poll of its own.
  private static final int RECORDS = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void nothingWaitsOnceEveryRecordOfATransactionIsHandled(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder)) {
      TopicCreation.ensure(broker.bootstrapServers());
      write(broker.bootstrapServers());
      AtomicInteger handled = new AtomicInteger();
      try (TopicFollower follower =
          TopicFollower.share(
              broker.bootstrapServers(),
              "group",
              "group-1",
              List.of(Topics.MOMENTS),
              batch -> handled.addAndGet(batch.size()))) {
        follower.start().awaitCaughtUp(PATIENCE);

        assertEquals(0, follower.waiting());
        assertEquals(RECORDS, handled.get());
      }
    }
  }

  private static void write(String servers) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", servers, "transactional.id", "test-transactions");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int number = 0; number < RECORDS; number++) {
        var _ =
            producer.send(
                new ProducerRecord<>(Topics.MOMENTS.name(), 0, "owner/" + number, new byte[] {1}));
      }
      producer.commitTransaction();
    }
  }
}
