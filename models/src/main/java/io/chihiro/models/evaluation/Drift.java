package io.chihiro.models.evaluation;

import io.chihiro.models.TextEncoder;
import io.chihiro.models.Vectors;
import io.chihiro.models.evaluation.GeneralPairs.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How far a tuned encoder has left its base: whether it still sees general sentences as it did.
///
/// @param correlation rank correlation of its similarities with the base's; 1 is no drift
/// @param understanding rank correlation of its similarities with the closeness a person gives
/// @param understandingOfBase the same of the base
public record Drift(double correlation, double understanding, double understandingOfBase) {

  /// Compares an encoder with the one it was tuned from.
  public static Drift of(TextEncoder tuned, TextEncoder base) throws InterruptedException {
    return of(similarities(tuned, tuned), similarities(base, base));
  }

  /// The same for an encoder that reads questions only, against answers that its base has read.
  public static Drift ofQueries(TextEncoder tuned, TextEncoder base) throws InterruptedException {
    return of(similarities(tuned, base), similarities(base, base));
  }

  private static Drift of(List<Double> ours, List<Double> before) {
    List<Double> grades =
        GeneralPairs.all().stream().map(pair -> (double) pair.closeness()).toList();
    return new Drift(
        RankCorrelation.of(ours, before),
        RankCorrelation.of(ours, grades),
        RankCorrelation.of(before, grades));
  }

  private static List<Double> similarities(TextEncoder asking, TextEncoder answering)
      throws InterruptedException {
    List<float[]> first = asking.encodeAll(texts(Pair::first));
    List<float[]> second = answering.encodeAll(texts(Pair::second));
    List<Double> similarities = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      similarities.add((double) Vectors.dot(first.get(i), second.get(i)));
    }
    return similarities;
  }

  private static List<String> texts(Function<Pair, String> side) {
    return GeneralPairs.all().stream().map(side).toList();
  }
}
