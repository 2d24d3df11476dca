package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.Topics;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/// Reads everything that lies on `PLAYS` of one user, from end to end. A play that was written
/// twice is met twice; one that was deleted may still be met.
final class StoredPlays {
  private static final Logger LOG = Logger.getLogger(StoredPlays.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String broker;

  StoredPlays(String broker) {
    this.broker = broker;
  }

  void each(String user, Consumer<TrackPlayed> reader) {
    try (var consumer = consumer()) {
      int partitions = consumer.partitionsFor(Topics.PLAYS.name()).size();
      var mine = new TopicPartition(Topics.PLAYS.name(), Keys.partition(user + "/", partitions));
      consumer.assign(List.of(mine));
      consumer.seekToBeginning(List.of(mine));
      long end = consumer.endOffsets(List.of(mine)).getOrDefault(mine, 0L);
      while (consumer.position(mine) < end) {
        consumer.poll(POLL).forEach(message -> read(user, message, reader));
      }
    }
  }

  private static void read(
      String user, ConsumerRecord<String, byte[]> message, Consumer<TrackPlayed> reader) {
    if (message.value() == null || !Keys.user(message.key()).equals(user)) {
      return;
    }
    try {
      reader.accept(Wire.read(message.key(), message.value(), TrackPlayed.class));
    } catch (UnreadableRecordException e) {
      LOG.debugf("a play is passed over: %s", e.problem());
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "ingest-stored-plays",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10_000,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            8 * 1024 * 1024),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
