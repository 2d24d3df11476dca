package io.chihiro.bench;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Drift;
import io.chihiro.models.evaluation.Evaluation;
import io.chihiro.models.evaluation.Figure;
import io.chihiro.models.evaluation.Gate;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.evaluation.Query.Kind;
import io.chihiro.models.evaluation.Split;
import io.chihiro.models.onnx.Pretrained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every way of tuning the encoder, on the sample life: what held-out days and golden moods make of
/// it, and what the gate says. Writes `models/REPORT.md`.
final class RecipesBenchmark implements Benchmark {
  private static final long SEED = 1;

  /// As answers use it.
  private static final double INVERSE_TEMPERATURE = 20;

  /// A training takes some minutes; five would hold out every day once.
  private static final int FOLDS = 2;

  @Override
  public List<Row> run(Lab lab) throws IOException, InterruptedException {
    Life life = SampleDays.life();
    List<TriedRecipe> recipes = TriedRecipe.all(SEED);
    Path folder = lab.root().resolve("bench/target/recipes");
    TunedWeights tuned = new TunedWeights(lab, folder, Pretrained.builtIn(), SEED);
    List<RecipeTrial.Outcome> folds = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      lab.say("recipes: fold %d of %d".formatted(fold + 1, FOLDS));
      Split split = Split.heldOutDays(life.days(), SEED, fold);
      Evaluation evaluation = new Evaluation(INVERSE_TEMPERATURE, SEED);
      try (RecipeTrial trial = new RecipeTrial(life, split, evaluation, tuned)) {
        folds.add(trial.run(recipes));
      }
    }
    Comparison pooled =
        Comparison.pooled(folds.stream().map(RecipeTrial.Outcome::comparison).toList());
    Map<String, Decision> decisions = decisions(pooled, folds, recipes);
    Path report = lab.root().resolve("models/REPORT.md");
    Files.writeString(report, RecipeReport.of(life, pooled, folds, recipes, decisions));
    lab.say("recipes: wrote " + report);
    return rows(pooled, decisions);
  }

  private static Map<String, Decision> decisions(
      Comparison pooled, List<RecipeTrial.Outcome> folds, List<TriedRecipe> recipes) {
    Map<String, Decision> decisions = new LinkedHashMap<>();
    for (TriedRecipe recipe : recipes) {
      decisions.put(
          recipe.name(),
          Gate.USUAL.decide(
              pooled, recipe.name(), SentenceEncoder.NAME, Optional.of(worst(folds, recipe))));
    }
    return decisions;
  }

  /// The drift of the fold that drifted farthest.
  static Drift worst(List<RecipeTrial.Outcome> folds, TriedRecipe recipe) {
    return folds.stream()
        .map(fold -> Optional.ofNullable(fold.drifts().get(recipe.name())))
        .flatMap(Optional::stream)
        .min(Comparator.comparingDouble(Drift::correlation))
        .orElseThrow();
  }

  private static List<Row> rows(Comparison pooled, Map<String, Decision> decisions) {
    List<Row> rows = new ArrayList<>();
    decisions.forEach(
        (name, _) -> {
          rows.add(row(pooled, name, Kind.DAY, Figure.NDCG_AT_10));
          rows.add(row(pooled, name, Kind.MOOD, Figure.ERA_PRECISION_AT_5));
        });
    boolean refused = decisions.get(TriedRecipe.OVERFITTED) instanceof Decision.Kept;
    boolean promoted = decisions.values().stream().anyMatch(Decision.Promoted.class::isInstance);
    rows.add(
        Row.of(Benchmarks.RECIPES, "the overfitted one is refused", "", refused ? 1 : 0)
            .against(new Bar.AtLeast(1)));
    rows.add(
        Row.of(Benchmarks.RECIPES, "another is promoted", "", promoted ? 1 : 0)
            .against(new Bar.AtLeast(1)));
    return rows;
  }

  // The peer is the base.
  private static Row row(Comparison pooled, String name, Kind kind, Figure figure) {
    return Row.of(
            Benchmarks.RECIPES,
            "%s: %s, %s".formatted(name, kind.words(), figure.words()),
            "",
            pooled.figure(name, kind, figure).value())
        .beside(pooled.figure(SentenceEncoder.NAME, kind, figure).value());
  }
}
