package io.chihiro.training;

import io.chihiro.door.Caller;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TopicCreation;
import io.chihiro.events.TopicTable;
import io.chihiro.events.Topics;
import io.chihiro.models.HeldOutDays.Day;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/// `MOMENTS + VECTORS → figures → MODELS`: whenever the days have changed and then rested.
@Startup
@ApplicationScoped
public class MeasureEncoder {
  private static final Logger LOG = Logger.getLogger(MeasureEncoder.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final TrainingSettings settings;
  private final InstantSource clock;
  private final KafkaEventWriter writer;
  private final TopicTable<Moment> moments;
  private final TopicTable<TextEmbedded> vectors;
  private final TopicTable<ModelTrained> models;
  private final AtomicLong changes = new AtomicLong();
  private long seen;
  private long measured = -1;

  public MeasureEncoder(TrainingSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    TopicCreation.ensure(settings.broker());
    writer = new KafkaEventWriter(settings.broker(), "training-service");
    moments =
        new TopicTable<>(
            settings.broker(),
            "training-moments",
            Topics.MOMENTS,
            (_, _) -> changes.incrementAndGet());
    vectors =
        new TopicTable<>(
            settings.broker(),
            "training-vectors",
            Topics.VECTORS,
            (_, _) -> changes.incrementAndGet());
    models = new TopicTable<>(settings.broker(), "training-models", Topics.MODELS, (_, _) -> {});
  }

  @PostConstruct
  void start() throws InterruptedException {
    moments.load(PATIENCE);
    vectors.load(PATIENCE);
    models.load(PATIENCE);
  }

  @PreDestroy
  void stop() {
    moments.close();
    vectors.close();
    models.close();
    writer.close();
  }

  /// Measures once nothing has changed between two looks.
  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    long now = changes.get();
    if (now == seen && now != measured) {
      measureOrSay(now);
    }
    seen = now;
  }

  private void measureOrSay(long now) {
    try {
      measure();
      measured = now;
    } catch (RuntimeException e) {
      LOG.errorf("the days are measured again later: %s", e);
    }
  }

  /// Announced models, by name.
  List<ModelTrained> models() {
    return List.copyOf(models.all().values());
  }

  /// Whether days have changed since the last measurement.
  boolean waiting() {
    return changes.get() != measured;
  }

  private void measure() {
    Map<String, TextEmbedded> byDay = new HashMap<>();
    vectors.of(Caller.OWNER).values().forEach(each -> byDay.put(day(each), each));
    List<Day> days =
        OwnDays.of(moments.of(Caller.OWNER).values(), byDay, settings.training().mostDays());
    ModelTrained report =
        EncoderReport.of(days, settings.training().inverseTemperature(), clock.instant());
    writer.write(Topics.MODELS, report.name(), report);
    writer.flush();
    models.put(report.name(), report);
  }

  private static String day(TextEmbedded embedded) {
    return embedded.user() + "/" + embedded.date();
  }
}
