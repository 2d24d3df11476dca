package io.chihiro.bench;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.tastes.Ease;
import io.chihiro.models.tastes.Item;
import io.chihiro.models.tastes.ItemKnn;
import io.chihiro.models.tastes.LeaveOneOut;
import io.chihiro.models.tastes.MostTaken;
import io.chihiro.models.tastes.RandomItems;
import io.chihiro.models.tastes.TasteGate;
import io.chihiro.models.tastes.TasteGate.Choice;
import io.chihiro.models.tastes.TasteModel;
import io.chihiro.models.tastes.TasteReport;
import io.chihiro.models.tastes.TasteTable;
import io.chihiro.models.tastes.Tastes;
import io.chihiro.models.tastes.text.ItemText;
import io.chihiro.models.torch.TrainingRun;
import io.chihiro.models.torch.TwoTowers;
import io.chihiro.models.torch.TwoTowers.Config;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who takes to what, on real listeners: two towers beside EASE, the nearest items, what is popular
/// and chance, whom they show, and which of them would answer.
final class TastesBenchmark implements Benchmark {
  private static final long SEED = 1;
  private static final int THREADS = 2;

  private static final double PER_CENT = 100;

  /// S4's: fewer interactions of a user or an item leave nothing to learn when two are held out.
  private static final int CORE = 5;

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    Optional<Tastes> read = TasteData.read(lab);
    if (read.isEmpty()) {
      return List.of();
    }
    LeaveOneOut split = LeaveOneOut.of(read.get().core(CORE), SEED);
    TasteReport report = TasteReport.of(split, models(lab, split), SEED);
    lab.say(TasteTable.of(report));
    Choice choice = TasteGate.choose(report, SEED);
    lab.say(choice.reason());
    return rows(report, choice);
  }

  private static List<TasteModel> models(Lab lab, LeaveOneOut split)
      throws IOException, InterruptedException {
    List<TasteModel> models = new ArrayList<>();
    models.add(new RandomItems(split.items().size(), SEED));
    models.add(new MostTaken(split));
    lab.say("tastes: the nearest items");
    models.add(ItemKnn.tuned(split));
    lab.say("tastes: ease");
    models.add(Ease.tuned(split));
    TasteSummaries summaries = TasteSummaries.ofEnvironment();
    for (ItemText text : ItemText.values()) {
      if (text == ItemText.TITLE || text.differs(split.items(), summaries.wanted())) {
        models.add(towers(lab, split, text, summaries));
      }
    }
    return models;
  }

  private static TasteModel towers(
      Lab lab, LeaveOneOut split, ItemText text, TasteSummaries summaries)
      throws IOException, InterruptedException {
    lab.say("tastes: two towers that read of every item its " + text.words());
    List<float[]> vectors = vectors(split.items(), text, summaries);
    Stopwatch watch = Stopwatch.begin();
    TwoTowers.Trained trained =
        lab.inFolder(folder -> trained(split, vectors, variant(text), folder));
    lab.say(
        "tastes: %d epochs, %d steps, %.0f s"
            .formatted(trained.log().epochs().size(), trained.log().steps(), watch.seconds()));
    return trained.scores();
  }

  private static TwoTowers.Trained trained(
      LeaveOneOut split, List<float[]> vectors, String variant, Path folder) {
    return TwoTowers.train(Config.usual(SEED), split, vectors, variant, TrainingRun.quiet(folder));
  }

  private static String variant(ItemText text) {
    return text == ItemText.TITLE ? "" : text.words();
  }

  private static List<float[]> vectors(List<Item> items, ItemText text, TasteSummaries summaries)
      throws IOException, InterruptedException {
    try (TextEncoder encoder = new SentenceEncoder(THREADS)) {
      return encoder.encodeAll(text.of(items, summaries.summaries()));
    }
  }

  // The peer is what is most popular.
  static List<Row> rows(TasteReport report, Choice choice) {
    TasteReport.Row popular = report.of(MostTaken.NAME);
    List<Row> rows = new ArrayList<>();
    for (TasteReport.Row row : report.rows()) {
      rows.add(
          row(row.model() + ": HR@10", row.overall().hitAt10().value())
              .beside(PER_CENT * popular.overall().hitAt10().value()));
      rows.add(
          row(row.model() + ": nDCG@10", row.overall().ndcgAt10().value())
              .beside(PER_CENT * popular.overall().ndcgAt10().value()));
    }
    rows.add(row("chance: HR@10", report.chance().hitAt10().value()));
    rows.add(row("chance: nDCG@10", report.chance().ndcgAt10().value()));
    rows.add(answering(report, choice));
    return rows;
  }

  // What is popular is in the gate as well; the nearest items are seldom below it.
  private static Row answering(TasteReport report, Choice choice) {
    double nearest = PER_CENT * report.of(ItemKnn.NAME).overall().ndcgAt10().value();
    double bar =
        Math.max(nearest, PER_CENT * report.of(MostTaken.NAME).overall().ndcgAt10().value());
    return switch (choice) {
      case Choice.Promoted(String model, String _) ->
          row(model + " answers: nDCG@10", report.of(model).overall().ndcgAt10().value())
              .beside(nearest)
              .against(new Bar.AtLeast(bar));
      case Choice.None _ ->
          row("no model answers: nDCG@10", 0).beside(nearest).against(new Bar.AtLeast(bar));
    };
  }

  private static Row row(String what, double share) {
    return Row.of(Benchmarks.TASTES, what, "%", PER_CENT * share);
  }
}
