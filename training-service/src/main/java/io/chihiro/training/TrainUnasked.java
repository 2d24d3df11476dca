package io.chihiro.training;

import io.chihiro.door.RefusedException;
import io.chihiro.events.ModelTrained;
import io.chihiro.training.trainer.Trainers;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Trains when nobody asks for it: at the schedule, and after many new days, once the days have
/// rested. How new a life is, is counted in days, whatever a model learns from; what others took to
/// is learned anew once a week.
@Startup
@ApplicationScoped
public class TrainUnasked {
  private static final Logger LOG = Logger.getLogger(TrainUnasked.class);

  private static final Duration A_WEEK = Duration.ofDays(7);

  private final TrainingSettings.Training settings;
  private final TrainingTables tables;
  private final TrainingNeeds needs;
  private final TrainingBoard board;
  private final TrainModels training;
  private final InstantSource clock;
  private final Map<Trainers, Long> refused = new EnumMap<>(Trainers.class);
  private long seenChanges;
  private Instant lastChange;

  public TrainUnasked(
      TrainingSettings settings,
      TrainingTables tables,
      TrainingNeeds needs,
      TrainingBoard board,
      TrainModels training,
      InstantSource clock) {
    this.settings = settings.training();
    this.tables = tables;
    this.needs = needs;
    this.board = board;
    this.training = training;
    this.clock = clock;
    this.lastChange = clock.instant();
  }

  @Scheduled(cron = "{chihiro.training.schedule}")
  void bySchedule() {
    begin(settings.newDays());
    beginTastes();
  }

  /// Many new days that have rested are learned from at once.
  @Scheduled(every = "10m", delayed = "10m")
  void afterManyNewDays() {
    if (settings.manyNewDays() > 0) {
      begin(settings.manyNewDays());
    }
  }

  private synchronized void begin(int newDays) {
    if (!rested() || board.latest().status().state().running() || needs.days().missing() > 0) {
      return;
    }
    for (String name : settings.unasked()) {
      Optional<Trainers> model =
          Trainers.of(name).filter(each -> each != Trainers.TASTES && newDays(each) >= newDays);
      if (model.isPresent() && begun(model.get())) {
        return;
      }
    }
  }

  // Nobody counts the days of others.
  private synchronized void beginTastes() {
    boolean fresh =
        tables
            .registry()
            .find(Trainers.TASTES.model())
            .filter(last -> last.trainedAt().plus(A_WEEK).isAfter(clock.instant()))
            .isPresent();
    if (fresh || !settings.unasked().contains(Trainers.TASTES.model())) {
      return;
    }
    try {
      training.begin(Trainers.TASTES);
    } catch (RefusedException e) {
      LOG.infof("%s is not trained: %s", Trainers.TASTES.model(), e.detail());
    }
  }

  // What has too little to learn from is asked again when something has changed.
  private boolean begun(Trainers model) {
    if (refused.getOrDefault(model, -1L) == tables.changes()) {
      return false;
    }
    try {
      training.begin(model);
      return true;
    } catch (RefusedException e) {
      refused.put(model, tables.changes());
      LOG.infof("%s is not trained: %s", model.model(), e.detail());
      return false;
    }
  }

  private boolean rested() {
    Instant now = clock.instant();
    long changes = tables.changes();
    lastChange = changes == seenChanges ? lastChange : now;
    seenChanges = changes;
    return lastChange.plus(settings.rest()).isBefore(now);
  }

  private int newDays(Trainers model) {
    int before =
        tables
            .registry()
            .find(model.model())
            .map(ModelTrained::metrics)
            .map(metrics -> metrics.getOrDefault(RunTraining.DAYS, 0.0))
            .orElse(0.0)
            .intValue();
    return needs.days().days() - before;
  }
}
