package io.chihiro.bench;

import io.chihiro.models.evaluation.Evaluation;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.onnx.Pretrained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Every way of tuning the encoder, on the sample life: what held-out days and golden moods make of
/// it, and what the gate says. Writes `models/REPORT.md`.
final class RecipesBenchmark implements Benchmark {
  private static final long SEED = 1;

  /// As answers use it.
  private static final double INVERSE_TEMPERATURE = 20;

  /// Every day is held out once.
  private static final int FOLDS = 5;

  /// A training takes some minutes; what was tried and is not the default is told on fewer days.
  private static final int FOLDS_OF_OPTIONS = 2;

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    Life life = SampleDays.life();
    Path folder = lab.root().resolve("bench/target/recipes");
    TunedWeights tuned = new TunedWeights(lab, folder, Pretrained.builtIn(), SEED);
    RecipeTable table = table(lab, life, tuned, TriedRecipe.finalists(SEED), FOLDS);
    Path report = lab.root().resolve("models/REPORT.md");
    // The options take as long again; whoever stops there has this.
    Files.writeString(report, RecipeReport.of(life, table));
    RecipeTable options = table(lab, life, tuned, TriedRecipe.options(SEED), FOLDS_OF_OPTIONS);
    Files.writeString(report, RecipeReport.of(life, table) + RecipeReport.ofOptions(options));
    lab.say("recipes: wrote " + report);
    return rows(table, options);
  }

  private static RecipeTable table(
      Lab lab, Life life, TunedWeights tuned, List<TriedRecipe> recipes, int foldCount)
      throws IOException, InterruptedException {
    List<RecipeTrial.Outcome> folds = new ArrayList<>();
    for (int fold = 0; fold < foldCount; fold++) {
      lab.say("recipes: fold %d of %d".formatted(fold + 1, foldCount));
      Split split = Split.heldOutDays(life.days(), SEED, fold);
      Evaluation evaluation = new Evaluation(INVERSE_TEMPERATURE, SEED);
      try (RecipeTrial trial = new RecipeTrial(life, split, evaluation, tuned)) {
        folds.add(trial.run(recipes));
      }
    }
    return RecipeTable.of(folds, recipes);
  }

  private static List<Row> rows(RecipeTable table, RecipeTable options) {
    List<Row> rows = new ArrayList<>();
    for (TriedRecipe recipe : table.recipes()) {
      rows.add(
          Row.beyondBase(
              Benchmarks.RECIPES, table.pooled(), recipe.name(), Kind.DAY, Figure.NDCG_AT_10));
      rows.add(
          Row.beyondBase(
              Benchmarks.RECIPES,
              table.pooled(),
              recipe.name(),
              Kind.MOOD,
              Figure.ERA_PRECISION_AT_5));
    }
    rows.add(
        Row.of(
                Benchmarks.RECIPES,
                "the overfitted one is refused",
                "",
                options.promotes(TriedRecipe.OVERFITTED) ? 0 : 1)
            .against(new Bar.AtLeast(1)));
    rows.add(
        Row.of(
                Benchmarks.RECIPES,
                "the default one is promoted",
                "",
                table.promotes(TriedRecipe.DEFAULT) ? 1 : 0)
            .against(new Bar.AtLeast(1)));
    return rows;
  }
}
