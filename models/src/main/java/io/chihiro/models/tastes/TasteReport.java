package io.chihiro.models.tastes;

import io.chihiro.models.evaluation.Bootstrap;
import io.chihiro.models.evaluation.Interval;
import io.chihiro.models.tastes.LeaveOneOut.Asked;
import java.util.ArrayList;
import java.util.List;

/// What several models show to the same users, laid side by side. Ranks are among all items, none
/// is sampled.
///
/// @param users asked, one question each
/// @param items in the catalogue
/// @param interactions learned from
/// @param chance what a random order has in this catalogue
/// @param rows one a model
public record TasteReport(int users, int items, int interactions, Accuracy chance, List<Row> rows) {

  /// One model.
  ///
  /// @param chosen what the validation chose about it
  /// @param validation its nDCG@10 there; the test is not looked at to choose anything
  /// @param overall over all users
  /// @param cold over users whose held-out item is one of the least interacted 80 %
  /// @param warm over the others
  /// @param ranks of the held-out items, by user
  public record Row(
      String model,
      String chosen,
      double validation,
      Accuracy overall,
      Accuracy cold,
      Accuracy warm,
      Fairness fairness,
      List<Integer> ranks) {
    public Row {
      ranks = List.copyOf(ranks);
    }
  }

  public TasteReport {
    rows = List.copyOf(rows);
  }

  /// Asks every model for what was held out in the test.
  ///
  /// @param seed of the intervals
  public static TasteReport of(LeaveOneOut split, List<TasteModel> models, long seed) {
    Bootstrap bootstrap = new Bootstrap(seed);
    List<Integer> candidates = new ArrayList<>();
    for (int user = 0; user < split.users(); user++) {
      candidates.add(split.items().size() - split.taken(user, Asked.TEST).cardinality());
    }
    return new TasteReport(
        split.users(),
        split.items().size(),
        split.interactions(),
        Accuracy.chance(candidates),
        models.stream().map(model -> row(split, model, bootstrap)).toList());
  }

  private static Row row(LeaveOneOut split, TasteModel model, Bootstrap bootstrap) {
    List<Integer> ranks = Ranks.of(split, model, Asked.TEST);
    List<Integer> cold = new ArrayList<>();
    List<Integer> warm = new ArrayList<>();
    for (int user = 0; user < split.users(); user++) {
      (split.cold(split.right(user, Asked.TEST)) ? cold : warm).add(ranks.get(user));
    }
    return new Row(
        model.name(),
        model.chosen(),
        Ranks.validation(split, model),
        Accuracy.of(ranks, bootstrap),
        Accuracy.of(cold, bootstrap),
        Accuracy.of(warm, bootstrap),
        Fairness.of(split, model, ranks, bootstrap),
        ranks);
  }

  /// A model's row.
  ///
  /// @throws IllegalArgumentException if it was not asked
  public Row of(String model) {
    return rows.stream()
        .filter(row -> row.model().equals(model))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(model + " was not asked"));
  }

  /// By how much one model's nDCG@10 is above another's, user by user.
  public Interval gain(String model, String over, long seed) {
    List<Double> gains = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      gains.add(Ranks.ndcg(of(model).ranks().get(user)) - Ranks.ndcg(of(over).ranks().get(user)));
    }
    return new Bootstrap(seed).mean(gains);
  }
}
