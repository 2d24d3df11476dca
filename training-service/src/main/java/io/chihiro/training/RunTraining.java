package io.chihiro.training;

import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.events.ModelTrained;
import io.chihiro.models.BrokenModelException;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.LifeDay;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.ModelStore.StoredModel;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Evaluation;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.torch.TrainingRun;
import io.chihiro.training.Judgement.Rival;
import io.chihiro.training.Registry.Judged;
import io.chihiro.training.TrainingStatus.State;
import io.chihiro.training.trainer.Lesson;
import io.chihiro.training.trainer.Options;
import io.chihiro.training.trainer.Trained;
import io.chihiro.training.trainer.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// One training from the days to the announced version, in the thread that trains.
final class RunTraining {
  private static final Logger LOG = Logger.getLogger(RunTraining.class);

  /// The metric that tells how many days with songs there were, learned from or not.
  static final String DAYS = "days of all";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final TrainingSettings settings;
  private final TrainingTables tables;
  private final TrainingBoard board;
  private final InstantSource clock;
  private final TrainingFolder folder;
  private final GrowingStore store;

  RunTraining(
      TrainingSettings settings,
      TrainingTables tables,
      TrainingBoard board,
      InstantSource clock,
      TrainingFolder folder,
      GrowingStore store) {
    this.settings = settings;
    this.tables = tables;
    this.board = board;
    this.clock = clock;
    this.folder = folder;
    this.store = store;
  }

  /// Trains, judges, writes and announces.
  ///
  /// @return what became of it, as a sentence
  String run(Trainers model, BooleanSupplier cancelled) throws InterruptedException, IOException {
    Instant began = clock.instant();
    int threads = settings.training().threads();
    try (TextEncoder base = new SentenceEncoder(threads);
        TextEncoder asking = new SentenceEncoder(Precision.INT8, threads)) {
      Lesson lesson = lesson(model, base, asking, cancelled);
      board.enter(State.LEARNING);
      Trained trained = model.trainer().train(lesson);
      board.enter(State.MEASURING);
      ModelFolder candidate =
          ModelFolder.write(folder.candidates(), trained.card(), trained.content());
      Judgement judgement = judge(model, candidate, lesson, trained);
      board.enter(State.WRITING);
      ModelFolder stored = store(candidate, judgement);
      return announce(model, stored, judgement, metrics(trained, judgement, began));
    }
  }

  private Lesson lesson(
      Trainers model, TextEncoder base, TextEncoder asking, BooleanSupplier cancelled) {
    Options options = options();
    Life life = OwnLife.of(tables.moments(), tables.feedback(), settings.training().mostDays());
    Split split = settings.training().judgedBy().of(life.days(), options.seed());
    List<LifeDay> learned = split.learned();
    Instant now = clock.instant();
    return new Lesson(
        life,
        split,
        OwnLife.told(tables.feedback(), learned, options.seed()),
        base,
        asking,
        new Evaluation(settings.training().inverseTemperature(), options.seed()),
        options,
        new TrainingRun(folder.checkpoints(model.model()), board::at, cancelled, clock),
        model.model() + "-" + STAMP.format(now),
        now);
  }

  private Options options() {
    TrainingSettings.Training own = settings.training();
    return new Options(
        own.encoder(),
        own.recipe(),
        own.mostSteps(),
        own.checkpointSteps(),
        own.shares(),
        own.queryStaysBase(),
        own.threads(),
        own.seed());
  }

  private Judgement judge(Trainers model, ModelFolder candidate, Lesson lesson, Trained trained)
      throws InterruptedException {
    Version serving = tables.registry().servingNow();
    Optional<StoredModel> found = found(serving);
    if (found.isEmpty()) {
      return Judgement.of(model, candidate, lesson, trained.losses(), Optional.empty());
    }
    int threads = settings.training().threads();
    TextEncoder asking = lesson.asking();
    try (TextEncoder days = found.get().days(threads, lesson.base());
        Asked questions = new Asked(found.get().queries(threads, asking), asking)) {
      Rival rival = new Rival(serving.version(), days, questions.encoder());
      return Judgement.of(model, candidate, lesson, trained.losses(), Optional.of(rival));
    }
  }

  /// What questions are read with; closed only where it is not the base.
  private record Asked(TextEncoder encoder, TextEncoder base) implements AutoCloseable {
    @Override
    public void close() {
      if (!encoder.equals(base)) {
        encoder.close();
      }
    }
  }

  // A serving version that cannot be opened is no rival: the base, which answers instead, is.
  private Optional<StoredModel> found(Version serving) {
    if (serving.version().equals(SentenceEncoder.VERSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(store.find(serving.name(), serving.version()));
    } catch (RuntimeException e) {
      LOG.errorf("the serving version is not measured: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private ModelFolder store(ModelFolder candidate, Judgement judgement) throws IOException {
    try {
      ModelFolder stored =
          ModelFolder.write(
              store.folder(),
              candidate.card(),
              temporary -> {
                for (String file : candidate.card().files().keySet()) {
                  Files.copy(candidate.file(file), temporary.resolve(file));
                }
                judgement.report().write(temporary);
              });
      store.take(stored);
      return stored;
    } catch (IOException e) {
      throw new IOException(
          "the model store %s does not take %s: %s"
              .formatted(store.folder(), candidate.card().version(), e.getMessage()),
          e);
    }
  }

  private Map<String, Double> metrics(Trained trained, Judgement judgement, Instant began) {
    Map<String, Double> metrics = new TreeMap<>(trained.metrics());
    metrics.putAll(judgement.metrics());
    metrics.put(DAYS, (double) OwnLife.count(tables.moments()));
    metrics.put("seconds", (double) Duration.between(began, clock.instant()).toSeconds());
    return metrics;
  }

  private String announce(
      Trainers model, ModelFolder stored, Judgement judgement, Map<String, Double> metrics) {
    Judged judged =
        new Judged(
            model.model(),
            stored.card().version(),
            model.model() + "/" + stored.card().version(),
            stored.card().trainedAt(),
            model.kind(),
            metrics,
            judgement.decision() instanceof Decision.Promoted,
            judgement.decision().reason());
    ModelTrained told =
        tables
            .announce(registry -> Optional.of(registry.after(judged, clock.instant())))
            .orElseThrow();
    forgetOld(told);
    return told.reason();
  }

  private void forgetOld(ModelTrained model) {
    try {
      new OldVersions(store).forget(model);
    } catch (IOException | BrokenModelException e) {
      LOG.warnf("old versions of %s keep their place: %s", model.name(), e.getMessage());
    }
  }
}
