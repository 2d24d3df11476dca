package io.chihiro.embedding;

import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.Topics;
import io.chihiro.models.SentenceEncoder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Keeps [EmbedMoments] fed with this instance's share of the moments.
@Startup
@ApplicationScoped
public class RunEmbedding {
  private final SentenceEncoder encoder;
  private final KafkaEventWriter writer;
  private final TopicFollower follower;

  public RunEmbedding(EmbeddingSettings settings, MeterRegistry meters)
      throws InterruptedException {
    TopicCreation.ensure(settings.broker());
    encoder = new SentenceEncoder(settings.embedding().threads());
    writer = new KafkaEventWriter(settings.broker(), "embedding-service");
    EmbeddedTexts known = new EmbeddedTexts().load(settings.broker());
    var step = new EmbedMoments(encoder, writer, known, new EmbeddingMeters(meters));
    follower =
        TopicFollower.share(
            settings.broker(),
            "embedding-service",
            "embedding-service-" + settings.embedding().instance(),
            List.of(Topics.MOMENTS),
            step::handle);
    new KafkaClientMetrics(follower.consumer()).bindTo(meters);
    new KafkaClientMetrics(writer.producer()).bindTo(meters);
  }

  @PostConstruct
  void start() {
    encoder.encode("warm");
    follower.start();
  }

  @PreDestroy
  void stop() {
    follower.close();
    writer.close();
    encoder.close();
  }

  /// Whether it has its share of the moments and has caught up once.
  public boolean ready() {
    return follower.caughtUp();
  }

  /// Moments whose vectors are not safe yet.
  public long waiting() throws InterruptedException {
    return follower.waiting();
  }
}
