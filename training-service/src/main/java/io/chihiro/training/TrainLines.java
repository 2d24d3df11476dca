package io.chihiro.training;

import io.chihiro.events.ModelTrained;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.SentenceEncoder.Precision;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.evaluation.Bootstrap;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Drift;
import io.chihiro.models.evaluation.LinesGate;
import io.chihiro.models.evaluation.LinesMeasured;
import io.chihiro.models.evaluation.LinesReport;
import io.chihiro.models.lines.PairSplit;
import io.chihiro.models.torch.TrainingRun;
import io.chihiro.training.Registry.Judged;
import io.chihiro.training.TrainingStatus.State;
import io.chihiro.training.trainer.Options;
import io.chihiro.training.trainer.QueryTrainer;
import io.chihiro.training.trainer.QueryTrainer.Taught;
import io.chihiro.training.trainer.Trainers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/// One training of what reads questions about lines, from the annotations to the announced version.
final class TrainLines {
  private static final Logger LOG = Logger.getLogger(TrainLines.class);

  private final TrainingSettings.Training settings;
  private final Options options;
  private final TrainingTables tables;
  private final TrainingBoard board;
  private final InstantSource clock;
  private final TrainingFolder folder;
  private final GrowingStore store;

  TrainLines(
      TrainingSettings.Training settings,
      TrainingTables tables,
      TrainingBoard board,
      InstantSource clock,
      TrainingFolder folder,
      GrowingStore store) {
    this.settings = settings;
    this.options = RunTraining.options(settings);
    this.tables = tables;
    this.board = board;
    this.clock = clock;
    this.folder = folder;
    this.store = store;
  }

  /// Trains, judges, writes and announces.
  ///
  /// @return what became of it, as a sentence
  String run(OwnAnnotations told, PairSplit split, BooleanSupplier cancelled)
      throws InterruptedException, IOException {
    Instant began = clock.instant();
    TrainingRun run =
        new TrainingRun(folder.checkpoints(QueryTrainer.MODEL), board::at, cancelled, clock);
    try (TextEncoder base = QueryTrainer.base(settings.threads())) {
      board.enter(State.LEARNING);
      Taught taught =
          new QueryTrainer(options, base)
              .train(split, AnnounceVersion.name(Trainers.LINES, began), began, run);
      board.enter(State.MEASURING);
      ModelFolder candidate =
          ModelFolder.write(
              folder.candidates(), taught.trained().card(), taught.trained().content());
      LinesReport report = judged(candidate, told, taught, base);
      board.enter(State.WRITING);
      ModelFolder stored = new KeepVersion(store).keep(candidate, report::write);
      return new AnnounceVersion(tables, store, clock)
          .announce(judged(stored, report, taught, began));
    }
  }

  private LinesReport judged(
      ModelFolder candidate, OwnAnnotations told, Taught taught, TextEncoder base)
      throws InterruptedException {
    try (TextEncoder asking = candidate.encoder(settings.threads(), Precision.INT8)) {
      LinesMeasured measured = measured(told, asking, base);
      Drift drift = Drift.ofQueries(asking, base);
      Decision decision =
          LinesGate.of(settings.fewestPersonas()).decide(QueryTrainer.MODEL, measured, drift);
      return LinesReport.of(
          QueryTrainer.MODEL,
          candidate.card().version(),
          candidate.card().trainedAt(),
          decision,
          taught.learned(),
          measured,
          drift,
          taught.trained().losses());
    }
  }

  private LinesMeasured measured(OwnAnnotations told, TextEncoder asking, TextEncoder base)
      throws InterruptedException {
    return new LinesMeasured(
        told.songs().averagePrecisions(told.personas(), asking),
        told.songs().averagePrecisions(told.personas(), base),
        serving(told, base),
        told.songs().lines().size(),
        told.songs().lineCount(),
        new Bootstrap(settings.seed()));
  }

  // A serving version that cannot be opened is no rival: the base, which answers instead, is.
  private Optional<Map<String, Double>> serving(OwnAnnotations told, TextEncoder base)
      throws InterruptedException {
    Optional<String> version =
        tables.registry().find(QueryTrainer.MODEL).flatMap(ModelTrained::serving);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    try (TextEncoder serving =
        store.find(QueryTrainer.MODEL, version.get()).queries(settings.threads(), base)) {
      return Optional.of(told.songs().averagePrecisions(told.personas(), serving));
    } catch (RuntimeException e) {
      LOG.errorf("the serving version is not measured: %s", e.getMessage());
      return Optional.empty();
    }
  }

  private Judged judged(ModelFolder stored, LinesReport report, Taught taught, Instant began) {
    Map<String, Double> metrics = new TreeMap<>(taught.trained().metrics());
    metrics.putAll(LinesMetrics.of(report));
    return Judged.of(
        Trainers.LINES,
        stored.card(),
        metrics,
        Duration.between(began, clock.instant()),
        report.promoted(),
        report.reason());
  }
}
