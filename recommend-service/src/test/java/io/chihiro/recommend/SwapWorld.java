package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.Caller;
import io.chihiro.door.Identity;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.Moment;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.local.EmbeddedBroker;
import io.chihiro.local.EmbeddedCache;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.InMemoryModels;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.chihiro.recommend.RecommendationsResource.Answer;
import io.chihiro.recommend.RecommendationsResource.Question;
import io.chihiro.recommend.index.EncodedDays;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A real broker and a real Redis; what embedding-service and training-service would write is
/// written here. The days are there under the version that ships, and two more can be promoted.
final class SwapWorld implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  static final String BASE = SentenceEncoder.VERSION;
  static final int SONGS = 8;
  static final List<String> MOODS =
      List.of("glad by the harbour", "awake because of a letter", "far away from my sister");
  static final List<Moment> MOMENTS = EncodedDays.moments(60);

  private final EmbeddedBroker broker;
  private final EmbeddedCache cache;
  private final KafkaEventWriter writer;
  private final InMemoryModels store = new InMemoryModels();
  private final Map<String, TextEncoder> encoders = new HashMap<>();

  SwapWorld(Path folder) throws Exception {
    broker = EmbeddedBroker.startAnywhere(folder.resolve("broker"));
    cache = EmbeddedCache.startAnywhere(folder.resolve("redis"));
    writer = new KafkaEventWriter(broker.bootstrapServers(), "swap");
    TopicCreation.ensure(broker.bootstrapServers());
    encoders.put(BASE, new SentenceEncoder(2));
    for (String version : List.of("s1", "s2")) {
      encoders.put(version, new InMemoryEncoder(version, 16));
      store.put("sbert", version, () -> new InMemoryEncoder(version, 16));
    }
    MOMENTS.forEach(moment -> writer.write(Topics.MOMENTS, moment.key(), moment));
    writeVectors(BASE, MOMENTS);
  }

  @Override
  public void close() {
    encoders.values().forEach(TextEncoder::close);
    writer.close();
    cache.close();
    broker.close();
  }

  /// What days are encoded with under a version.
  TextEncoder encoder(String version) {
    return Optional.ofNullable(encoders.get(version)).orElseThrow();
  }

  /// Writes days under a version, and they have arrived.
  void writeVectors(String version, List<Moment> moments) {
    TextEncoder encoder = encoder(version);
    for (Moment moment : moments) {
      var vectors = EncodedDays.vectors(moment, encoder);
      writer.write(Topics.VECTORS, vectors.key(), vectors);
    }
    writer.flush();
  }

  /// Puts a version into the store that tells which songs live together.
  void putCompany(String version, Path files) {
    store.put("company", version, files);
  }

  void announce(ModelTrained model) {
    writer.write(Topics.MODELS, model.name(), model);
    writer.flush();
  }

  /// A service that answers quickly and wholly.
  Service start() {
    var answering = new Answering(settings(), store, Clock.systemUTC(), new SimpleMeterRegistry());
    answering.start();
    await(() -> looksReady(answering));
    return new Service(
        answering,
        new RecommendationsResource(
            answering,
            settings(),
            Caller.of(Identity.owner("test")),
            Clock.systemUTC(),
            new SimpleMeterRegistry()));
  }

  /// What answers, and where it is asked.
  record Service(Answering answering, RecommendationsResource recommendations) {
    Answer answer(String mood, @Nullable List<String> models) throws InterruptedException {
      return recommendations.answer(new Question(mood, SONGS, null, models, null, null));
    }

    void stop() {
      answering.stop();
    }
  }

  private RecommendSettings settings() {
    return new OwnSettings(broker.bootstrapServers(), cache.uri());
  }

  private static boolean looksReady(Answering answering) {
    try {
      answering.check();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return answering.ready();
  }

  /// Waits for what is to come soon.
  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not within " + LONGEST);
      LockSupport.parkNanos(20_000_000);
    }
  }
}
