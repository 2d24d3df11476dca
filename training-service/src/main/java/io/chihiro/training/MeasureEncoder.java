package io.chihiro.training;

import io.chihiro.events.ModelTrained;
import io.chihiro.events.TextEmbedded;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.evaluation.HeldOutDays.Day;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// `MOMENTS + VECTORS → figures of the base → MODELS`: whenever the days have changed and then
/// rested. It needs the days' vectors only, no encoder.
@Startup
@ApplicationScoped
public class MeasureEncoder {
  private static final Logger LOG = Logger.getLogger(MeasureEncoder.class);

  private final TrainingSettings settings;
  private final InstantSource clock;
  private final TrainingTables tables;
  private volatile long seen;
  private volatile long measured = -1;

  public MeasureEncoder(TrainingSettings settings, InstantSource clock, TrainingTables tables) {
    this.settings = settings;
    this.clock = clock;
    this.tables = tables;
  }

  /// Measures once nothing has changed between two looks.
  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() throws InterruptedException {
    long now = tables.changes();
    if (now == seen && now != measured) {
      measureOrSay(now);
    }
    seen = now;
  }

  private void measureOrSay(long now) throws InterruptedException {
    try {
      measure();
      measured = now;
    } catch (RuntimeException e) {
      LOG.errorf("the days are measured again later: %s", e);
    }
  }

  /// Whether days have changed since the last measurement.
  boolean waiting() {
    return tables.changes() != measured;
  }

  private void measure() throws InterruptedException {
    Map<String, TextEmbedded> byDay = new HashMap<>();
    tables.vectors().stream()
        .filter(each -> each.modelVersion().equals(SentenceEncoder.VERSION))
        .forEach(each -> byDay.put(each.user() + "/" + each.date(), each));
    List<Day> days = OwnDays.of(tables.moments(), byDay, settings.training().mostDays());
    ModelTrained report =
        EncoderReport.of(days, settings.training().inverseTemperature(), clock.instant());
    var _ = tables.announce(registry -> Optional.of(registry.measuredAgain(report)));
  }
}
