package io.chihiro.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.DeadLetters;
import io.chihiro.events.Feedback;
import io.chihiro.events.Feedback.Verdict;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Moment;
import io.chihiro.events.Rejected;
import io.chihiro.events.RejectedHandled;
import io.chihiro.events.RejectedHandled.Outcome;
import io.chihiro.events.Song;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.events.UserRecords;
import io.chihiro.keys.KeyPlaces;
import io.chihiro.local.EmbeddedBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Records go from one real broker through a file onto another.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TopicsThereAndBackIT {
  @Test
  void everyRecordComesBackWithItsKeyTimeAndHeaders(@TempDir Path folder) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path file = folder.resolve("all.backup");
    List<String> there;
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("one"))) {
      TopicCreation.ensure(broker.bootstrapServers());
      write(broker.bootstrapServers());
      there = records(broker.bootstrapServers());
      Manifest manifest =
          new WholeBackup(home, keys(home), broker.bootstrapServers(), true, List.of()).write(file);
      assertEquals(4, manifest.records(), manifest.toString());
    }
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder.resolve("two"));
        BackupFile backup = new BackupFile(file)) {
      TopicCreation.ensure(broker.bootstrapServers());
      backup.writeTopics(broker.bootstrapServers());
      assertEquals(there, records(broker.bootstrapServers()));
      List<DeadLetters.Letter> rejected =
          new DeadLetters(broker.bootstrapServers(), "test").of("owner").waiting();
      assertEquals(1, rejected.size(), "what was put away stays away");
      assertEquals("owner/kept", rejected.getFirst().key());
      assertTrue(rejected.getFirst().reason().startsWith("broken"));
    }
  }

  private static KeyFiles keys(Path home) throws IOException {
    return new KeyFiles(
        home, KeyPlaces.in(home, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static void write(String broker) {
    try (KafkaEventWriter writer = new KafkaEventWriter(broker, "test")) {
      writer.write(Topics.FEEDBACK, "owner/1", feedback("1"), Map.of("since", "then"));
      writer.write(Topics.FEEDBACK, "owner/2", feedback("2"));
      writer.delete(Topics.FEEDBACK, "owner/2");
      writer.write(Topics.MOMENTS, "owner/2024-03-05", day());
      reject(writer, "owner/away");
      reject(writer, "owner/kept");
      writer.flush();
      putAway(broker, writer);
    }
  }

  private static Moment day() {
    return new Moment("owner", LocalDate.parse("2024-03-05"), "Made again.", List.of());
  }

  private static void reject(KafkaEventWriter writer, String key) {
    byte[] raw = key.getBytes(StandardCharsets.UTF_8);
    writer.write(
        Topics.INGEST_REJECTED, key, Rejected.record(Topics.PLAYS, key, "broken JSON", raw));
  }

  private static void putAway(String broker, KafkaEventWriter writer) {
    String id =
        new DeadLetters(broker, "test")
            .of("owner").waiting().stream()
                .filter(letter -> letter.key().equals("owner/away"))
                .map(letter -> letter.id().toString())
                .findFirst()
                .orElseThrow();
    var mark = new RejectedHandled("owner", id, Outcome.PUT_AWAY, Instant.now());
    writer.write(Topics.REJECTED_HANDLED, mark.key(), mark);
    writer.flush();
  }

  private static Feedback feedback(String answer) {
    return new Feedback(
        "owner",
        answer,
        "late and awake",
        new Song("Salt Water", "The Harbour Lights"),
        List.of(),
        Verdict.NOT_NOW,
        Instant.parse("2024-03-05T10:00:00Z"),
        "base",
        "1");
  }

  private static List<String> records(String broker) {
    List<String> lines = new ArrayList<>();
    new UserRecords(broker, "test", List.of(Topics.FEEDBACK))
        .each("owner", message -> lines.add(line(message)));
    return lines;
  }

  private static String line(ConsumerRecord<String, byte[]> message) {
    String value = message.value() == null ? "-" : HexFormat.of().formatHex(message.value());
    List<String> headers = Stream.of(message.headers().toArray()).map(Header::key).toList();
    return "%d %s %d %s %s"
        .formatted(message.partition(), message.key(), message.timestamp(), value, headers);
  }
}
