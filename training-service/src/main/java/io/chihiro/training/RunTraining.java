package io.chihiro.training;

import io.chihiro.events.TextHash;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.LifeDay;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Evaluation;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.torch.TrainingRun;
import io.chihiro.training.Judgement.Rival;
import io.chihiro.training.Registry.Judged;
import io.chihiro.training.TrainingStatus.State;
import io.chihiro.training.trainer.Lesson;
import io.chihiro.training.trainer.ModelTrainer;
import io.chihiro.training.trainer.Options;
import io.chihiro.training.trainer.Trained;
import io.chihiro.training.trainer.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// One training from the days to the announced version, in the thread that trains.
final class RunTraining {
  /// The metric that tells how many days with songs there were, learned from or not.
  static final String DAYS = "days of all";

  private final TrainingSettings settings;
  private final TrainingTables tables;
  private final TrainingBoard board;
  private final InstantSource clock;
  private final TrainingFolder folder;
  private final GrowingStore store;
  private final ModelTrainer trainer;

  RunTraining(
      TrainingSettings settings,
      TrainingTables tables,
      TrainingBoard board,
      InstantSource clock,
      TrainingFolder folder,
      GrowingStore store,
      ModelTrainer trainer) {
    this.settings = settings;
    this.tables = tables;
    this.board = board;
    this.clock = clock;
    this.folder = folder;
    this.store = store;
    this.trainer = trainer;
  }

  /// Trains, judges, writes and announces.
  ///
  /// @return what became of it, as a sentence
  String run(Trainers model, BooleanSupplier cancelled) throws InterruptedException, IOException {
    Instant began = clock.instant();
    int threads = settings.training().threads();
    try (TextEncoder base = new SentenceEncoder(threads);
        TextEncoder asking = new SentenceEncoder(Precision.INT8, threads);
        ServingVersion serving =
            ServingVersion.open(tables.registry().servingNow(), store, threads, base, asking)) {
      Life life = OwnLife.of(tables.moments(), tables.feedback(), settings.training().mostDays());
      Lessons lessons = new Lessons(model, life, base, asking, cancelled);
      List<Comparison> folds = folds(lessons, serving.rival());
      Lesson lesson = lessons.last(folds.size() + 1);
      board.enter(State.LEARNING);
      Trained trained = trainer.train(lesson);
      board.enter(State.MEASURING);
      ModelFolder candidate =
          ModelFolder.write(folder.candidates(), trained.card(), trained.content());
      Judgement judgement =
          Judgement.of(model, candidate, lesson, trained.losses(), serving.rival(), folds);
      board.enter(State.WRITING);
      ModelFolder stored = store(candidate, judgement, life);
      return announce(model, stored, judgement, trained, began);
    }
  }

  /// The lessons of one training: those whose versions are only judged, and the last one.
  private final class Lessons {
    private final Trainers model;
    private final Life life;
    private final TextEncoder base;
    private final TextEncoder asking;
    private final BooleanSupplier cancelled;
    private final Options options = options(settings.training());
    private final Instant now = clock.instant();

    Lessons(
        Trainers model,
        Life life,
        TextEncoder base,
        TextEncoder asking,
        BooleanSupplier cancelled) {
      this.model = model;
      this.life = life;
      this.base = base;
      this.asking = asking;
      this.cancelled = cancelled;
    }

    /// The splits of the versions that are only judged; none if the one that may serve is judged
    /// itself.
    List<Split> judged() {
      List<Split> splits = settings.training().judgedBy().of(life.days(), options.seed());
      return splits.size() == 1 ? List.of() : splits;
    }

    /// A lesson whose version is known by what it learns from, so that it is learned once.
    Lesson fold(Split split, int part, int parts) {
      List<String> texts = split.learned().stream().map(LifeDay::text).toList();
      String version = "fold-%d-%s".formatted(part, TextHash.of(String.join("\n", texts)));
      board.part(part, parts);
      return lesson(split, version, folder.checkpoints(model.model()).resolve("fold-" + part));
    }

    Lesson last(int parts) {
      Split split = settings.training().judgedBy().served(life.days(), options.seed());
      board.part(parts, parts);
      return lesson(split, AnnounceVersion.name(model, now), folder.checkpoints(model.model()));
    }

    private Lesson lesson(Split split, String version, Path checkpoints) {
      return new Lesson(
          life,
          split,
          OwnLife.told(tables.feedback(), split.learned(), options.seed()),
          base,
          asking,
          new Evaluation(settings.training().inverseTemperature(), options.seed()),
          options,
          new TrainingRun(checkpoints, board::at, cancelled, clock),
          version,
          now);
    }
  }

  private List<Comparison> folds(Lessons lessons, Optional<Rival> rival)
      throws InterruptedException, IOException {
    List<Split> splits = lessons.judged();
    List<Comparison> folds = new ArrayList<>();
    for (Split split : splits) {
      Lesson lesson = lessons.fold(split, folds.size() + 1, splits.size() + 1);
      board.enter(State.LEARNING);
      ModelFolder candidate = learned(lessons.model, lesson);
      board.enter(State.MEASURING);
      folds.add(Judgement.ofFold(lessons.model, candidate, lesson, rival));
    }
    return folds;
  }

  private ModelFolder learned(Trainers model, Lesson lesson)
      throws InterruptedException, IOException {
    Path place = folder.candidates().resolve(model.model()).resolve(lesson.version());
    if (Files.exists(place.resolve(ModelFolder.CARD))) {
      return ModelFolder.read(place);
    }
    Trained trained = trainer.train(lesson);
    return ModelFolder.write(folder.candidates(), trained.card(), trained.content());
  }

  /// What the owner has chosen, as trainers take it.
  static Options options(TrainingSettings.Training own) {
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

  private ModelFolder store(ModelFolder candidate, Judgement judgement, Life life)
      throws IOException {
    return new KeepVersion(store)
        .keep(
            candidate,
            temporary -> {
              judgement.report().write(temporary);
              LearnedDays.write(temporary, life.days());
            });
  }

  private Map<String, Double> metrics(Trained trained, Judgement judgement) {
    Map<String, Double> metrics = new TreeMap<>(trained.metrics());
    metrics.putAll(judgement.metrics());
    metrics.put(DAYS, (double) OwnLife.count(tables.moments()));
    return metrics;
  }

  private String announce(
      Trainers model, ModelFolder stored, Judgement judgement, Trained trained, Instant began) {
    Judged judged =
        Judged.of(
            model,
            stored.card(),
            metrics(trained, judgement),
            Duration.between(began, clock.instant()),
            judgement.decision() instanceof Decision.Promoted,
            judgement.decision().reason());
    return new AnnounceVersion(tables, store, clock).announce(judged);
  }
}
