package io.chihiro.embedding;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ModelWatch;
import io.chihiro.events.ReplayRejected;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.Topics;
import io.chihiro.metrics.MomentMetric;
import io.chihiro.metrics.RunningMetric;
import io.chihiro.models.ModelStore;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Keeps [EmbedMoments] fed with this instance's share of the moments, and [FollowModels] with
/// every change of the models.
@Startup
@ApplicationScoped
public class RunEmbedding {
  private static final String GROUP = "embedding-service";
  private static final Duration A_LIFE_AT_MOST = Duration.ofDays(7);

  private final String broker;
  private final Encoders encoders;
  private final KafkaEventWriter writer;
  private final TopicFollower follower;
  private final ModelWatch models;
  private final EmbeddedTexts known;
  private final FollowModels followModels;
  private final EmbedAgain again;
  private final FreshFirst turns = new FreshFirst();

  public RunEmbedding(EmbeddingSettings settings, ModelStore store, MeterRegistry meters)
      throws InterruptedException {
    broker = settings.broker();
    TopicCreation.ensure(broker);
    int threads = settings.embedding().threads();
    encoders = new Encoders(new SentenceEncoder(threads), store, threads);
    writer = new KafkaEventWriter(broker, GROUP);
    known = new EmbeddedTexts().load(broker);
    var told = new EmbeddingMeters(meters);
    var days = new EmbedDays(writer, known, told);
    var step = new EmbedMoments(encoders, writer, known, told, turns);
    again = new EmbedAgain(encoders, days, turns);
    models = new ModelWatch(broker, "embedding-models");
    followModels =
        new FollowModels(models::registry, encoders, known, days, writer, turns, this::everyMoment);
    follower =
        TopicFollower.share(
            broker,
            GROUP,
            GROUP + "-" + settings.embedding().instance(),
            List.of(Topics.MOMENTS),
            known::awaitPresent,
            step::handle);
    new KafkaClientMetrics(follower.consumer()).bindTo(meters);
    new KafkaClientMetrics(writer.producer()).bindTo(meters);
    MomentMetric.DAYS_TO_EMBED_AGAIN.gauge(meters, followModels, FollowModels::left);
    RunningMetric.CONSUMER_LAG.gauge(meters, follower, TopicFollower::lag, GROUP);
  }

  @PostConstruct
  void start() {
    var _ = encoders.base().encode("warm");
    follower.start();
    models.start(followModels::settle);
  }

  @PreDestroy
  void stop() {
    List<TextEncoder> unwanted = encoders.want(List.of());
    follower.close();
    models.close();
    unwanted.forEach(TextEncoder::close);
    writer.close();
    known.close();
    encoders.close();
  }

  /// Looks again at versions that could not be opened: their files may have been mended.
  @Scheduled(every = "60s", delayed = "60s")
  void lookAgain() {
    models.lookAgain();
  }

  /// Whether it has its share of the moments and has caught up once.
  public boolean ready() {
    return follower.caughtUp();
  }

  /// Moments whose vectors are not safe yet.
  public long waiting() throws InterruptedException {
    return follower.waiting();
  }

  /// Days that are still to be embedded under a new version.
  public long left() {
    return followModels.left();
  }

  /// Who is next at the encoders.
  FreshFirst turns() {
    return turns;
  }

  /// What puts back rejected vectors.
  ReplayRejected replay() {
    return new ReplayRejected(
        broker, "embedding-replay", writer, List.of(Topics.VECTORS, Topics.SONG_VECTORS), Map.of());
  }

  /// A version that is wanted and cannot be used.
  public Optional<String> problem() {
    return encoders.problem();
  }

  private void everyMoment(TextEncoder encoder, BooleanSupplier wanted)
      throws InterruptedException {
    try (TopicFollower moments =
        TopicFollower.everything(
            broker,
            "embedding-again",
            List.of(Topics.MOMENTS),
            Map::of,
            batch -> again.take(batch, encoder, wanted))) {
      moments.start().awaitCaughtUp(A_LIFE_AT_MOST);
    }
  }
}
