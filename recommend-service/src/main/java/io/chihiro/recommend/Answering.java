package io.chihiro.recommend;

import io.chihiro.door.Caller;
import io.chihiro.door.RefusedException;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Rejected;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.Topics;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.recommend.index.RedisDays;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// What answering needs: the encoder, the index and whoever keeps it fresh.
@Startup
@ApplicationScoped
public class Answering {
  private static final Logger LOG = Logger.getLogger(Answering.class);

  private final SentenceEncoder encoder;
  private final RedisDays store;
  private final HotLives lives;
  private final FollowDays days;
  private final KafkaEventWriter writer;
  private final MeterRegistry meters;
  private volatile boolean warm;

  public Answering(RecommendSettings settings, MeterRegistry meters) {
    this.meters = meters;
    TopicCreation.ensure(settings.broker());
    encoder = new SentenceEncoder(1);
    store = new RedisDays(settings.redis());
    lives = new HotLives(store, settings.recommend().usersInMemory());
    writer = new KafkaEventWriter(settings.broker(), "recommend-service");
    days = new FollowDays(settings.broker(), store, lives, this::reject);
  }

  @PostConstruct
  void start() {
    new KafkaClientMetrics(days.follower().consumer()).bindTo(meters);
    Gauge.builder(
            "chihiro_index_days", this, answering -> answering.life(Caller.OWNER).days().size())
        .register(meters);
    encoder.encode("warm");
    days.start();
  }

  @PreDestroy
  void stop() {
    days.close();
    writer.close();
    store.close();
    encoder.close();
  }

  /// Looks every second whether the cache still holds what it should.
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void check() throws InterruptedException {
    try {
      days.checkStore();
      warmUp();
    } catch (IllegalStateException e) {
      LOG.warnf("the index is not checked: %s", e.getMessage());
    }
  }

  private void warmUp() {
    if (!warm && days.whole()) {
      var _ = lives.of(Caller.OWNER);
      warm = true;
    }
  }

  /// Whether answers are quick and whole.
  boolean ready() {
    return warm;
  }

  /// A user's life.
  ///
  /// @throws RefusedException while the index is being filled and the user is not in memory
  Life life(String user) {
    if (!lives.holds(user) && !days.whole()) {
      throw RefusedException.notNow(
          "Warming up: the index is being filled; try again in a moment.");
    }
    return lives.of(user);
  }

  float[] encode(Mood mood) {
    return encoder.encode(mood.text());
  }

  /// Records that are not in the index yet.
  long waiting() throws InterruptedException {
    return days.waiting();
  }

  private void reject(String key, Rejected rejected) {
    meters.counter("chihiro_rejected", "topic", rejected.topic()).increment();
    writer.write(Topics.RECOMMEND_REJECTED, key, rejected);
  }
}
