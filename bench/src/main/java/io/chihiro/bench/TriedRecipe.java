package io.chihiro.bench;

import io.chihiro.models.torch.Recipe;
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

  private static final List<Double> ALL_OF_IT = List.of(1.0);
  private static final List<Double> CHOSEN = List.of(0.5, 1.0);

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

  /// Every one of them.
  static List<TriedRecipe> all(long seed) {
    Recipe careful = Recipe.careful(seed);
    return List.of(
        new TriedRecipe(
            "careful",
            careful,
            Lesson.SENTENCES,
            CHOSEN,
            false,
            "in-batch negatives, 120 steps, embeddings and lower layers frozen, songs balanced, half"
                + " of the anchors single sentences, mixed with the base"),
        new TriedRecipe(
            "careful, unmixed",
            careful,
            Lesson.SENTENCES,
            ALL_OF_IT,
            false,
            "the same, but nothing of the base is mixed in"),
        new TriedRecipe(
            "careful, query base",
            careful,
            Lesson.SENTENCES,
            CHOSEN,
            true,
            "the same weights, but what is asked is read by the base"),
        new TriedRecipe(
            OVERFITTED,
            Recipe.paper(seed),
            Lesson.ANY,
            ALL_OF_IT,
            false,
            "S0's triplet loss, any 100 triplets, 3 epochs, all weights trained, nothing held"
                + " back"));
  }
}
