package io.chihiro.training;

import io.chihiro.door.RefusedException;
import io.chihiro.models.GrowingStore;
import io.chihiro.models.lines.PairSplit;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.models.tastes.Tastes;
import io.chihiro.training.trainer.ModelTrainer;
import io.chihiro.training.trainer.Teaching.OfAnnotations;
import io.chihiro.training.trainer.Teaching.OfDays;
import io.chihiro.training.trainer.Teaching.OfSessions;
import io.chihiro.training.trainer.Teaching.OfTastes;
import io.chihiro.training.trainer.Trainers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// What each model needs before it can be trained, and the training that has it.
@ApplicationScoped
public class TrainingNeeds {
  private final TrainingSettings settings;
  private final TrainingTables tables;
  private final TrainingBoard board;
  private final GrowingStore store;
  private final InstantSource clock;
  private final TrainingFolder folder;
  private final ReadSequences sequences;
  private final ReadTastes tastes;
  private final ReadAnnotations annotations;

  public TrainingNeeds(
      TrainingSettings settings,
      TrainingTables tables,
      TrainingBoard board,
      GrowingStore store,
      InstantSource clock) {
    this.settings = settings;
    this.tables = tables;
    this.board = board;
    this.store = store;
    this.clock = clock;
    this.folder = new TrainingFolder(settings.training().folder());
    this.sequences = new ReadSequences(settings.broker(), settings.ingest().shortestPlay());
    this.tastes = new ReadTastes(settings.broker(), settings.ingest().shortestPlay());
    this.annotations = new ReadAnnotations(settings.broker(), settings.training().mostLines());
  }

  /// A training that has what it needs.
  interface Work {
    /// Does it.
    ///
    /// @return what became of it, as a sentence
    String run(BooleanSupplier cancelled) throws InterruptedException, IOException;
  }

  /// Days with songs, and how many of them are missing before anything can be learned from them.
  record Days(int days, int missing) {}

  /// How many days there are.
  Days days() {
    int days = OwnLife.count(tables.moments());
    return new Days(days, Math.max(0, settings.training().fewestDays() - days));
  }

  /// The training of a model. Reading a life of plays for it takes seconds.
  ///
  /// @throws RefusedException if too little is there, with how much is missing
  Work work(Trainers model) {
    return switch (model.teaching()) {
      case OfDays(ModelTrainer trainer) -> ofDays(model, trainer);
      case OfSessions() -> ofSessions();
      case OfTastes() -> ofTastes();
      case OfAnnotations() -> ofAnnotations();
    };
  }

  private Work ofDays(Trainers model, ModelTrainer trainer) {
    Days days = days();
    if (days.missing() > 0) {
      throw RefusedException.unusable(
          """
          Training needs %d days with text and songs; there are %d, so %d are missing. \
          Until then what serves goes on serving.\
          """
              .formatted(settings.training().fewestDays(), days.days(), days.missing()));
    }
    RunTraining run = new RunTraining(settings, tables, board, clock, folder, store, trainer);
    return cancelled -> run.run(model, cancelled);
  }

  private Work ofSessions() {
    OwnSequences heard = sequences.read();
    int fewest = settings.training().fewestSessions();
    int there = heard.sessions().size();
    if (there < fewest) {
      throw RefusedException.unusable(
          """
          Learning which songs live together needs %d sessions of listening with two songs each; \
          there are %d, so %d are missing. Until then what serves goes on serving.\
          """
              .formatted(fewest, there, fewest - there));
    }
    TrainCompany company =
        new TrainCompany(settings.training(), tables, board, clock, folder, store);
    return cancelled -> company.run(heard, cancelled);
  }

  private Work ofTastes() {
    Set<String> agreeing = agreeing();
    missing(agreeing.size(), SharedTastes.FEWEST_PEOPLE, "people who agree to it");
    Tastes core = tastes.read(agreeing);
    missing(
        core.users().size(),
        SharedTastes.FEWEST_PEOPLE,
        "people who agree to it and have %1$d songs or more that %1$d of them took to"
            .formatted(SharedTastes.CORE));
    missing(
        core.itemCount(),
        SharedTastes.FEWEST_SONGS,
        "songs that %d of those who agree took to".formatted(SharedTastes.CORE));
    TrainTastes training = new TrainTastes(settings.training(), tables, board, clock, store);
    return cancelled -> training.run(core, cancelled);
  }

  // Whoever has just agreed is learned from.
  private Set<String> agreeing() {
    try {
      tables.awaitWritten();
      return tables.agreeing();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw RefusedException.notNow("The service is ending; train again once it is back.");
    }
  }

  private static void missing(int there, int fewest, String what) {
    if (there < fewest) {
      throw RefusedException.unusable(
          """
          Learning what people like one love needs %d %s; there are %d, so %d are missing.\
          """
              .formatted(fewest, what, there, fewest - there));
    }
  }

  private Work ofAnnotations() {
    OwnAnnotations told = annotations.read();
    PairSplit split = told.split(settings.training().seed());
    int fewest = settings.training().fewestPairs();
    int there = split.training().size() + split.validation().size();
    if (there < fewest || split.validation().isEmpty()) {
      throw RefusedException.unusable(
          """
          Learning how lines are meant needs %d annotations of five songs or more that no persona \
          names; there are %d, so %d are missing. Until then what serves goes on serving.\
          """
              .formatted(fewest, there, Math.max(0, fewest - there)));
    }
    TrainLines lines = new TrainLines(settings.training(), tables, board, clock, folder, store);
    return cancelled -> lines.run(told, split, cancelled);
  }
}
