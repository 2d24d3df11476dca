package io.chihiro.bench;

import io.chihiro.models.torch.Objective;
import io.chihiro.models.torch.Recipe;
import io.chihiro.models.torch.Restraint;
import io.chihiro.models.torch.Restraint.Leaving;
import java.util.List;
import java.util.Locale;

/// A way of tuning that the report compares with others.
///
/// @param name in the report's tables
/// @param recipe of the training; those that share it differ only in what is kept of it
/// @param lesson what is learned from
/// @param shares of tuned weights to choose from
/// @param queryStaysBase whether moods are read by the base
/// @param words what it is, for the report
record TriedRecipe(
    String name,
    Recipe recipe,
    Lesson lesson,
    List<Double> shares,
    boolean queryStaysBase,
    String words) {
  /// The one that the gate must refuse.
  static final String OVERFITTED = "paper";

  /// The one that trainings use.
  static final String DEFAULT = "careful";

  private static final List<Double> ALL_OF_IT = List.of(1.0);
  private static final List<Double> CHOSEN = List.of(0.25, 0.5);

  /// Which triplets are learned from.
  enum Lesson {
    /// Any of all pairs of days, as the paper has it.
    ANY,
    /// No song has more than its share.
    BALANCED,
    /// The same, and half of the anchors are single sentences with their names masked.
    SENTENCES
  }

  /// The name of what is tuned: equal for those that differ only in what is kept of it.
  String training() {
    return "%s-%x".formatted(lesson.name().toLowerCase(Locale.ROOT), recipe.toString().hashCode());
  }

  /// The default, and what else is kept of the same weights.
  static List<TriedRecipe> finalists(long seed) {
    Recipe careful = Recipe.careful(seed);
    return List.of(
        sentences(
            DEFAULT,
            careful,
            CHOSEN,
            "in-batch negatives, 120 steps, embeddings and lower layers frozen, songs balanced, half"
                + " of the anchors single sentences, a half or more of the base mixed in"),
        sentences(
            "careful, three quarters", careful, List.of(0.75), "the same, a quarter mixed in"),
        sentences("careful, unmixed", careful, ALL_OF_IT, "the same, nothing mixed in"),
        new TriedRecipe(
            "careful, query base",
            careful,
            Lesson.SENTENCES,
            CHOSEN,
            true,
            "as the default, but what is asked is read by the base"),
        sentences(
            "distillation",
            careful.with(new Restraint(true, 3, new Leaving.Distillation(1, 4))),
            CHOSEN,
            "the default, and four general sentences a step must stay where the base has them"));
  }

  /// What differs from the default in one thing each, and what must be refused.
  static List<TriedRecipe> options(long seed) {
    Recipe careful = Recipe.careful(seed);
    return List.of(
        sentences(DEFAULT, careful, CHOSEN, "the default"),
        new TriedRecipe(
            OVERFITTED,
            Recipe.paper(seed),
            Lesson.ANY,
            ALL_OF_IT,
            false,
            "S0's triplet loss, any 100 triplets, 3 epochs, all weights trained, nothing held"
                + " back"),
        sentences(
            "60 steps", careful.withMostSteps(60), CHOSEN, "the default, but half of the steps"),
        sentences(
            "triplet loss",
            careful.with(Objective.TripletMargin.PAPER),
            CHOSEN,
            "the default, but the paper's loss"),
        sentences(
            "nothing frozen", careful.with(Restraint.NONE), CHOSEN, "the default, all weights"),
        sentences(
            "L2-SP",
            careful.with(new Restraint(true, 3, new Leaving.L2Sp(0.01))),
            CHOSEN,
            "the default, and leaving the base costs by the squared distance"),
        sentences(
            "distillation",
            careful.with(new Restraint(true, 3, new Leaving.Distillation(1, 4))),
            CHOSEN,
            "the default, and four general sentences a step must stay where the base has them"));
  }

  private static TriedRecipe sentences(
      String name, Recipe recipe, List<Double> shares, String words) {
    return new TriedRecipe(name, recipe, Lesson.SENTENCES, shares, false, words);
  }
}
