package io.chihiro.bench;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.models.evaluation.Comparison;
import io.chihiro.models.evaluation.Decision;
import io.chihiro.models.evaluation.Drift;
import io.chihiro.models.evaluation.Gate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recipes side by side over all of their folds, and what the gate says of each.
record RecipeTable(
    Comparison pooled,
    List<RecipeTrial.Outcome> folds,
    List<TriedRecipe> recipes,
    Map<String, Decision> decisions) {

  static RecipeTable of(List<RecipeTrial.Outcome> folds, List<TriedRecipe> recipes) {
    Comparison pooled =
        Comparison.pooled(folds.stream().map(RecipeTrial.Outcome::comparison).toList());
    Map<String, Decision> decisions = new LinkedHashMap<>();
    for (TriedRecipe recipe : recipes) {
      Optional<Drift> drift = Optional.of(worst(folds, recipe));
      decisions.put(
          recipe.name(), Gate.USUAL.decide(pooled, recipe.name(), SentenceEncoder.NAME, drift));
    }
    return new RecipeTable(pooled, folds, recipes, decisions);
  }

  boolean promotes(String recipe) {
    return decisions.get(recipe) instanceof Decision.Promoted;
  }

  /// The drift of the fold that drifted farthest.
  Drift worst(TriedRecipe recipe) {
    return worst(folds, recipe);
  }

  private static Drift worst(List<RecipeTrial.Outcome> folds, TriedRecipe recipe) {
    return folds.stream()
        .map(fold -> Optional.ofNullable(fold.drifts().get(recipe.name())))
        .flatMap(Optional::stream)
        .min(Comparator.comparingDouble(Drift::correlation))
        .orElseThrow();
  }
}
