package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Asks the topic itself: reads the keys of the user's partition from end to end. The topic is the
/// truth, so there is no second copy to fall out of step.
final class TopicPlayArchive implements PlayArchive {
  /// The header that names the import a play came with.
  static final String IMPORT_HEADER = "import";

  private static final Duration POLL = Duration.ofMillis(200);

  private final String broker;

  TopicPlayArchive(String broker) {
    this.broker = broker;
  }

  @Override
  public PlayIds playsNotFrom(String user, String importId) throws InterruptedException {
    try (Consumer<String, byte[]> consumer = consumer()) {
      int partitions = consumer.partitionsFor(Topics.PLAYS.name()).size();
      var mine = new TopicPartition(Topics.PLAYS.name(), Keys.partition(user + "/", partitions));
      consumer.assign(List.of(mine));
      consumer.seekToBeginning(List.of(mine));
      return read(consumer, mine, user, importId);
    }
  }

  private static PlayIds read(
      Consumer<String, byte[]> consumer, TopicPartition mine, String user, String importId) {
    long end = consumer.endOffsets(List.of(mine)).getOrDefault(mine, 0L);
    PlayIds plays = new PlayIds();
    while (consumer.position(mine) < end) {
      for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
        if (Keys.user(message.key()).equals(user)) {
          note(plays, message, importId);
        }
      }
    }
    return plays;
  }

  private static void note(PlayIds plays, ConsumerRecord<String, byte[]> message, String importId) {
    String play = Keys.rest(message.key());
    if (message.value() == null || importId.equals(importOf(message))) {
      plays.remove(play);
      return;
    }
    plays.add(play);
  }

  private static String importOf(ConsumerRecord<String, byte[]> message) {
    Header header = message.headers().lastHeader(IMPORT_HEADER);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private Consumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker,
            ConsumerConfig.CLIENT_ID_CONFIG,
            "ingest-known-plays",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10_000,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            8 * 1024 * 1024),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
