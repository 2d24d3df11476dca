package io.chihiro.models.evaluation;

import io.chihiro.models.evaluation.Query.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Models laid side by side: the same questions about the same days.
///
/// @param split how days were held out
/// @param queries how many questions of each kind were asked
/// @param models what each scored, in the order they were given
/// @param triplets what each model that reads text makes of the split's test triplets, by its name
/// @param bootstrap how intervals are found
public record Comparison(
    String split,
    Map<Kind, Integer> queries,
    List<ModelScores> models,
    Map<String, TripletFigures> triplets,
    Bootstrap bootstrap) {

  /// The same recipes on several folds as one table over all their questions; triplets, which are
  /// other ones in every fold, are left to each fold's own table.
  ///
  /// @param folds at least one; the same models in each
  public static Comparison pooled(List<Comparison> folds) {
    Comparison first = folds.getFirst();
    Map<Kind, Integer> queries = new EnumMap<>(Kind.class);
    folds.forEach(
        fold -> fold.queries().forEach((kind, n) -> queries.merge(kind, n, Integer::sum)));
    return new Comparison(
        first.split() + ", " + folds.size() + " folds",
        queries,
        first.models().stream()
            .map(ModelScores::model)
            .map(model -> folds.stream().map(fold -> fold.of(model)).toList())
            .map(ModelScores::pooled)
            .toList(),
        Map.of(),
        first.bootstrap());
  }

  /// The scores of a model.
  ///
  /// @throws IllegalArgumentException if it was not compared
  public ModelScores of(String model) {
    return find(model)
        .orElseThrow(() -> new IllegalArgumentException(model + " was not compared with others"));
  }

  /// The scores of a model, if it was compared.
  public Optional<ModelScores> find(String model) {
    return models.stream().filter(each -> each.model().equals(model)).findFirst();
  }

  /// A model's mean figure.
  public Interval figure(String model, Kind kind, Figure figure) {
    return bootstrap.mean(of(model).of(kind, figure).values());
  }

  /// By how much one model is better than another, pair by pair.
  public Interval gain(String model, String over, Kind kind, Figure figure) {
    return bootstrap.gain(of(model).of(kind, figure), of(over).of(kind, figure));
  }

  /// A model's nDCG@10 of whole days in one era.
  public Interval figureOfEra(String model, String era) {
    return bootstrap.mean(of(model).byEra().getOrDefault(era, Map.of()).values());
  }
}
