package io.chihiro.training;

import io.chihiro.models.GrowingStore;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.evaluation.CompanyReport;
import io.chihiro.models.evaluation.CompanyReport.Heard;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.NextSong;
import io.chihiro.models.evaluation.NextSongGate;
import io.chihiro.models.evaluation.NextSongReport;
import io.chihiro.models.evaluation.Report.LossPoint;
import io.chihiro.models.sequences.Corpus;
import io.chihiro.models.sequences.LearningRun;
import io.chihiro.models.sequences.SkipGram;
import io.chihiro.models.sequences.SkipGram.Config;
import io.chihiro.models.sequences.SongCompany;
import io.chihiro.training.Registry.Judged;
import io.chihiro.training.TrainingStatus.State;
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
import java.util.function.BooleanSupplier;

/// One training of which songs live together, from the sequences to the announced version: five
/// models that are only judged, each on a fifth of the sessions that it has not seen, and the one
/// that may answer. Every epoch of each leaves a checkpoint.
final class TrainCompany {
  private final TrainingSettings.Training settings;
  private final TrainingTables tables;
  private final TrainingBoard board;
  private final InstantSource clock;
  private final TrainingFolder folder;
  private final GrowingStore store;

  TrainCompany(
      TrainingSettings.Training settings,
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
  String run(OwnSequences heard, BooleanSupplier cancelled)
      throws InterruptedException, IOException {
    Instant began = clock.instant();
    Config config = Config.usual(settings.seed());
    Runs runs = new Runs(config, cancelled);
    board.enter(State.LEARNING);
    NextSong question = NextSong.last(settings.seed());
    NextSongReport measured =
        question.judge(
            heard.sessions(),
            heard.playlists(),
            config,
            fold -> runs.of(fold, question.folds() + 1));
    List<List<String>> all = new ArrayList<>(heard.sessions());
    all.addAll(heard.playlists());
    int last = question.folds() + 1;
    SkipGram model = SkipGram.learn(Corpus.of(all, question.least()), config, runs.of(last, last));
    board.enter(State.WRITING);
    Decision decision = NextSongGate.decide(SongCompany.NAME, measured);
    ModelFolder stored = store(heard, model, report(began, decision, heard, model, measured));
    return new AnnounceVersion(tables, store, clock)
        .announce(judged(stored, decision, CompanyMetrics.of(heard, model, measured), began));
  }

  /// What surrounds the learning of each model.
  private final class Runs {
    private final Config config;
    private final BooleanSupplier cancelled;
    private final Path checkpoints = folder.checkpoints(SongCompany.NAME);

    Runs(Config config, BooleanSupplier cancelled) throws IOException {
      this.config = config;
      this.cancelled = cancelled;
      Files.createDirectories(checkpoints);
    }

    LearningRun of(int part, int parts) {
      board.part(part, parts);
      return new LearningRun(
          settings.threads(),
          Optional.of(checkpoints.resolve("part-" + part)),
          new TellEpochs(config.epochs(), clock, board::at),
          cancelled);
    }
  }

  private static CompanyReport report(
      Instant at, Decision decision, OwnSequences heard, SkipGram model, NextSongReport measured) {
    List<LossPoint> losses = new ArrayList<>();
    for (double loss : model.losses()) {
      losses.add(new LossPoint(losses.size() + 1.0, loss, Optional.empty()));
    }
    return CompanyReport.of(
        SongCompany.NAME,
        AnnounceVersion.name(Trainers.COMPANY, at),
        at,
        decision,
        new Heard(heard.sessions().size(), heard.playlists().size(), model.vocabulary().size()),
        measured,
        losses);
  }

  private ModelFolder store(OwnSequences heard, SkipGram model, CompanyReport report)
      throws IOException {
    return new KeepVersion(store)
        .keep(
            card(report),
            temporary -> {
              SongCompany.write(temporary, model, heard.names());
              report.write(temporary);
              LearnedDays.writeDates(temporary, heard.days());
            });
  }

  private ModelCard card(CompanyReport report) {
    return new ModelCard(
        report.model(),
        report.version(),
        ModelCard.Kind.SONGS,
        Optional.empty(),
        Config.usual(settings.seed()).dimension(),
        0,
        Pooling.MEAN,
        false,
        settings.seed(),
        report.measuredAt(),
        Map.of());
  }

  private Judged judged(
      ModelFolder stored, Decision decision, Map<String, Double> metrics, Instant began) {
    metrics.put(RunTraining.DAYS, (double) OwnLife.count(tables.moments()));
    return Judged.of(
        Trainers.COMPANY,
        stored.card(),
        metrics,
        Duration.between(began, clock.instant()),
        decision instanceof Decision.Promoted,
        decision.reason());
  }
}
