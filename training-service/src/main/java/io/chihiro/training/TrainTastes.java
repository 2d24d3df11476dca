package io.chihiro.training;

import io.chihiro.models.GrowingStore;
import io.chihiro.models.ModelCard;
import io.chihiro.models.ModelCard.Pooling;
import io.chihiro.models.ModelFolder;
import io.chihiro.models.tastes.AllTaken;
import io.chihiro.models.tastes.Ease;
import io.chihiro.models.tastes.ForYouGate;
import io.chihiro.models.tastes.ForYouReport;
import io.chihiro.models.tastes.ItemKnn;
import io.chihiro.models.tastes.ItemModel;
import io.chihiro.models.tastes.LeaveOneOut;
import io.chihiro.models.tastes.MostTaken;
import io.chihiro.models.tastes.RandomItems;
import io.chihiro.models.tastes.SharedTastes;
import io.chihiro.models.tastes.SharedTastes.Judged;
import io.chihiro.models.tastes.TasteGate.Choice;
import io.chihiro.models.tastes.TasteModel;
import io.chihiro.models.tastes.TasteReport;
import io.chihiro.models.tastes.Tastes;
import io.chihiro.models.tastes.WeighedItems;
import io.chihiro.training.TrainingStatus.State;
import io.chihiro.training.trainer.Trainers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// One training of what people like one love, from what they took to, to the announced version:
/// candidates that are judged on what was held out of everybody, and the best of them once more on
/// everything, which may answer.
final class TrainTastes {
  private final TrainingSettings.Training settings;
  private final TrainingTables tables;
  private final TrainingBoard board;
  private final InstantSource clock;
  private final GrowingStore store;

  TrainTastes(
      TrainingSettings.Training settings,
      TrainingTables tables,
      TrainingBoard board,
      InstantSource clock,
      GrowingStore store) {
    this.settings = settings;
    this.tables = tables;
    this.board = board;
    this.clock = clock;
    this.store = store;
  }

  /// Trains, judges, writes and announces.
  ///
  /// @param tastes of the core
  /// @return what became of it, as a sentence
  String run(Tastes tastes, BooleanSupplier cancelled) throws IOException {
    Instant began = clock.instant();
    Runnable pause = () -> goOn(cancelled);
    board.enter(State.LEARNING);
    LeaveOneOut split = LeaveOneOut.of(tastes, settings.seed());
    List<ItemModel> candidates = List.of(ItemKnn.tuned(split, pause), Ease.tuned(split, pause));
    board.enter(State.MEASURING);
    TasteReport measured = TasteReport.of(split, models(split, candidates), settings.seed());
    pause.run();
    Choice choice = ForYouGate.choose(measured, settings.seed());
    board.enter(State.WRITING);
    SharedTastes shared = shared(tastes, candidates, measured, choice);
    ModelFolder stored = store(shared, tastes, choice, measured, began);
    return announce(stored, tastes, choice, measured, began);
  }

  private static void goOn(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the training was stopped");
    }
  }

  // Candidates are measured as they are served: with the weights that are kept.
  private List<TasteModel> models(LeaveOneOut split, List<ItemModel> candidates) {
    List<TasteModel> models = new ArrayList<>();
    models.add(new RandomItems(split.items().size(), settings.seed()));
    models.add(new MostTaken(split));
    candidates.forEach(
        each -> models.add(new WeighedItems(each.name(), each.chosen(), split, each.weights())));
    return models;
  }

  private static SharedTastes shared(
      Tastes tastes, List<ItemModel> candidates, TasteReport measured, Choice choice) {
    String best = ForYouGate.best(measured).model();
    ItemModel model =
        candidates.stream().filter(each -> each.name().equals(best)).findFirst().orElseThrow();
    return new SharedTastes(
        model.again(AllTaken.of(tastes)).weights(),
        new Judged(best, choice.reason(), measured.users()));
  }

  private ModelFolder store(
      SharedTastes shared, Tastes tastes, Choice choice, TasteReport measured, Instant at)
      throws IOException {
    String version = AnnounceVersion.name(Trainers.TASTES, at);
    return new KeepVersion(store)
        .keep(
            card(version, at),
            temporary -> {
              // Before all else: whoever withdraws is found in what a kill leaves as well.
              LearnedPeople.write(temporary, tastes.users());
              shared.write(temporary);
              ForYouReport.of(version, at, choice, measured).write(temporary, measured);
            });
  }

  private ModelCard card(String version, Instant at) {
    return new ModelCard(
        SharedTastes.NAME,
        version,
        ModelCard.Kind.SONGS,
        Optional.empty(),
        0,
        0,
        Pooling.MEAN,
        false,
        settings.seed(),
        at,
        Map.of());
  }

  // Whoever has withdrawn since the plays were read is in it: it is then told to nobody.
  private String announce(
      ModelFolder stored, Tastes tastes, Choice choice, TasteReport measured, Instant began)
      throws IOException {
    String version = stored.card().version();
    Registry.Judged judged =
        Registry.Judged.of(
            Trainers.TASTES,
            stored.card(),
            TasteMetrics.of(measured, settings.seed()),
            Duration.between(began, clock.instant()),
            choice instanceof Choice.Promoted,
            choice.reason());
    Optional<String> told =
        new AnnounceVersion(tables, store, clock)
            .announce(judged, () -> tables.agreeing().containsAll(tastes.users()));
    if (told.isEmpty()) {
      int _ = store.erase(SharedTastes.NAME, version::equals);
      throw new CancellationException("somebody has withdrawn");
    }
    return told.get();
  }
}
