package io.chihiro.models.evaluation;

import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import io.chihiro.models.evaluation.GeneralPairs.Pair;
import java.util.ArrayList;
import java.util.List;

/// How far a tuned encoder has left its base: whether it still sees general sentences as it did.
///
/// @param correlation rank correlation of its similarities with the base's; 1 is no drift
/// @param understanding rank correlation of its similarities with the closeness a person gives
/// @param understandingOfBase the same of the base
public record Drift(double correlation, double understanding, double understandingOfBase) {

  /// Compares an encoder with the one it was tuned from.
  public static Drift of(TextEncoder tuned, TextEncoder base) throws InterruptedException {
    List<Double> ours = similarities(tuned);
    List<Double> before = similarities(base);
    List<Double> grades =
        GeneralPairs.all().stream().map(pair -> (double) pair.closeness()).toList();
    return new Drift(
        RankCorrelation.of(ours, before),
        RankCorrelation.of(ours, grades),
        RankCorrelation.of(before, grades));
  }

  private static List<Double> similarities(TextEncoder encoder) throws InterruptedException {
    List<String> texts = new ArrayList<>();
    for (Pair pair : GeneralPairs.all()) {
      texts.add(pair.first());
      texts.add(pair.second());
    }
    List<float[]> vectors = encoder.encodeAll(texts);
    List<Double> similarities = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i += 2) {
      similarities.add((double) Vectors.dot(vectors.get(i), vectors.get(i + 1)));
    }
    return similarities;
  }
}
