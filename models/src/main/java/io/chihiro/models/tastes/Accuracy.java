package io.chihiro.models.tastes;

import io.chihiro.models.evaluation.Bootstrap;
import io.chihiro.models.evaluation.Interval;
import java.util.Collection;
import java.util.List;

/// How often what was held out is shown, and how far up.
///
/// @param users asked, one question each; the figures are not numbers if there are none
/// @param hitAt10 HR@10: the share whose held-out item is among the first ten
/// @param ndcgAt10 nDCG@10: the mean of `1 / log₂(1 + rank)`, nothing beyond rank ten
public record Accuracy(int users, Interval hitAt10, Interval ndcgAt10) {
  /// Of ranks from 1; users are drawn for the intervals.
  static Accuracy of(Collection<Integer> ranks, Bootstrap bootstrap) {
    List<Double> hits = ranks.stream().map(Ranks::hit).toList();
    List<Double> gains = ranks.stream().map(Ranks::ndcg).toList();
    return new Accuracy(ranks.size(), bootstrap.mean(hits), bootstrap.mean(gains));
  }

  /// What items in a random order have, for that many of them: figures over catalogues of
  /// different sizes say nothing without it.
  ///
  /// @param candidates of each user, items that are an answer
  static Accuracy chance(Collection<Integer> candidates) {
    double hits = 0;
    double gains = 0;
    for (int count : candidates) {
      int shown = Math.min(Ranks.DEPTH, count);
      hits += shown / (double) count;
      for (int rank = 1; rank <= shown; rank++) {
        gains += Ranks.ndcg(rank) / count;
      }
    }
    return new Accuracy(
        candidates.size(), exact(hits / candidates.size()), exact(gains / candidates.size()));
  }

  private static Interval exact(double value) {
    return new Interval(value, value, value);
  }
}
