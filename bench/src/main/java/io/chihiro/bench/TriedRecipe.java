package io.chihiro.bench;

import io.chihiro.models.torch.Objective.InBatchNegatives;
import io.chihiro.models.torch.Recipe;
import io.chihiro.models.torch.Restraint;
import io.chihiro.models.torch.Restraint.Leaving;
import java.util.List;

/// A way of tuning that the report compares with others.
///
/// @param name in the report's tables
/// @param training the training it needs: those that share one differ only in what is kept of it
/// @param recipe of the training
/// @param sentences whether half of the anchors are single sentences with their names masked
/// @param shares of tuned weights to choose from
/// @param queryStaysBase whether moods are read by the base
/// @param words what it is, for the report
record TriedRecipe(
    String name,
    String training,
    Recipe recipe,
    boolean sentences,
    List<Double> shares,
    boolean queryStaysBase,
    String words) {
  /// The one that the gate must refuse.
  static final String OVERFITTED = "paper";

  private static final List<Double> ALL_OF_IT = List.of(1.0);
  private static final List<Double> CHOSEN = List.of(0.25, 0.5, 0.75, 1.0);
  private static final int FEW_STEPS = 60;

  /// Every one of them.
  static List<TriedRecipe> all(long seed) {
    Recipe careful = Recipe.careful(seed).withMostSteps(FEW_STEPS);
    Recipe free = careful.with(Restraint.NONE);
    Recipe echo = careful.with(new Restraint(true, 3, new Leaving.Distillation(5, 8)));
    return List.of(
        new TriedRecipe(
            OVERFITTED,
            "paper",
            Recipe.paper(seed),
            false,
            ALL_OF_IT,
            false,
            "S0's triplet loss, 3 epochs, all weights trained, nothing held back"),
        new TriedRecipe(
            "in-batch",
            "free",
            free.with(InBatchNegatives.USUAL),
            false,
            CHOSEN,
            false,
            "in-batch negatives, 60 steps, all weights trained, mixed with the base"),
        new TriedRecipe(
            "careful",
            "careful",
            careful,
            false,
            CHOSEN,
            false,
            "the same with embeddings and the lower three layers frozen"),
        new TriedRecipe(
            "careful, query base",
            "careful",
            careful,
            false,
            CHOSEN,
            true,
            "the same weights, but moods are read by the base"),
        new TriedRecipe(
            "distilled",
            "distilled",
            echo,
            false,
            CHOSEN,
            false,
            "as careful, and leaving the base on general sentences costs"),
        new TriedRecipe(
            "sentences",
            "sentences",
            careful,
            true,
            CHOSEN,
            false,
            "as careful, half of the anchors single sentences with their names masked"),
        new TriedRecipe(
            "sentences, query base",
            "sentences",
            careful,
            true,
            CHOSEN,
            true,
            "the same weights, but moods are read by the base"));
  }
}
