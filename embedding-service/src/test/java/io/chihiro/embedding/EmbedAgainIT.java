package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.ModelTrained.Kept;
import io.chihiro.events.ModelTrained.Kind;
import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.SentenceEncoder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole service with a real broker, but for its model store.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EmbedAgainIT {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final int DAYS = 40;
  private static final int ENOUGH = 10_000;

  private final InMemoryModels store = new InMemoryModels();
  private final Semaphore gate = new Semaphore(0);
  private final AtomicInteger texts = new AtomicInteger();

  @Test
  void aNewVersionIsEmbeddedAlsoWhenTheServiceEndsInTheMiddle(@TempDir Path folder)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startAnywhere(folder);
        KafkaEventWriter writer = new KafkaEventWriter(broker.bootstrapServers(), "test");
        TopicTable<TextEmbedded> vectors = vectors(broker)) {
      for (int i = 0; i < DAYS; i++) {
        write(writer, i, "What was written on day " + i);
      }
      writer.flush();
      RunEmbedding first = service(broker);
      await(() -> count(vectors, SentenceEncoder.VERSION) == DAYS);

      announce(writer, "1");
      gate.release(2);
      await(() -> count(vectors, "1") == 16 && first.left() == DAYS - 16);
      assertEquals(0, first.waiting());
      endInTheMiddle(first);

      gate.release(ENOUGH);
      RunEmbedding second = service(broker);
      await(() -> count(vectors, "1") == DAYS && second.left() == 0);
      assertEquals(2 * DAYS, texts.get(), "each day is one window and one sentence, once");

      announce(writer, "broken", "1");
      await(() -> second.problem().isPresent());
      write(writer, DAYS, "A day that comes later.");
      writer.flush();
      await(() -> count(vectors, "1") == DAYS + 1);
      assertTrue(second.problem().orElseThrow().contains("sbert/broken/model.json is missing"));

      announce(writer, "2");
      await(() -> count(vectors, "2") == DAYS + 1 && count(vectors, "1") == 0);
      assertEquals(DAYS + 1, count(vectors, SentenceEncoder.VERSION));
      second.stop();
    }
  }

  private RunEmbedding service(EmbeddedBroker broker) throws Exception {
    for (String version : List.of("1", "2")) {
      store.put("sbert", version, () -> new GatedEncoder(version, gate, texts));
    }
    var service =
        new RunEmbedding(
            new OwnSettings(broker.bootstrapServers()), store, new SimpleMeterRegistry());
    service.start();
    await(service::ready);
    return service;
  }

  /// The days under way are finished, and no more are begun.
  private void endInTheMiddle(RunEmbedding service) throws Exception {
    Thread ending = Thread.ofPlatform().start(service::stop);
    await(() -> service.left() == 0);
    gate.release();
    ending.join();
  }

  private static TopicTable<TextEmbedded> vectors(EmbeddedBroker broker)
      throws InterruptedException {
    TopicCreation.ensure(broker.bootstrapServers());
    return new TopicTable<TextEmbedded>(
            broker.bootstrapServers(), "test-vectors", Topics.VECTORS, (_, _) -> {})
        .load(Duration.ofSeconds(30));
  }

  private static long count(TopicTable<TextEmbedded> vectors, String version) {
    return vectors.all().values().stream()
        .filter(each -> each.modelVersion().equals(version))
        .count();
  }

  private static void write(KafkaEventWriter writer, int day, String text) {
    Moment moment = new Moment("owner", DAY.plusDays(day), text, List.of());
    writer.write(Topics.MOMENTS, moment.key(), moment);
  }

  private static void announce(KafkaEventWriter writer, String serving, String... before) {
    Instant now = Instant.now();
    List<Kept> kept =
        Stream.concat(Stream.of(serving), Stream.of(before))
            .map(version -> new Kept(version, "sbert/" + version, now))
            .toList();
    writer.write(
        Topics.MODELS,
        "sbert",
        new ModelTrained(
            "sbert",
            serving,
            "sbert/" + serving,
            now,
            Map.of(),
            true,
            "It is better.",
            Kind.ENCODER,
            Optional.of(serving),
            Optional.of(now),
            false,
            kept));
    writer.flush();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      LockSupport.parkNanos(20_000_000);
    }
  }
}
