package io.chihiro.models.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How alike two orders of the same things are (Spearman 1904): 1 for the same order, −1 for the
/// reverse. Equals share their mean rank.
public final class RankCorrelation {
  private RankCorrelation() {}

  /// Pearson's correlation of the ranks.
  public static double of(List<Double> ours, List<Double> theirs) {
    if (ours.size() != theirs.size() || ours.size() < 2) {
      throw new IllegalArgumentException("a correlation needs two values or more of each");
    }
    return pearson(ranks(ours), ranks(theirs));
  }

  private static double[] ranks(List<Double> values) {
    int[] order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparing(values::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[order.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to + 1 < order.length && values.get(order[to + 1]).equals(values.get(order[from]))) {
        to++;
      }
      for (int i = from; i <= to; i++) {
        ranks[order[i]] = (from + to) / 2.0;
      }
      from = to + 1;
    }
    return ranks;
  }

  private static double pearson(double[] ours, double[] theirs) {
    // Ranks of n things always have the mean (n - 1) / 2.
    double mean = (ours.length - 1) / 2.0;
    double together = 0;
    double alone = 0;
    double otherAlone = 0;
    for (int i = 0; i < ours.length; i++) {
      together += (ours[i] - mean) * (theirs[i] - mean);
      alone += (ours[i] - mean) * (ours[i] - mean);
      otherAlone += (theirs[i] - mean) * (theirs[i] - mean);
    }
    return together / Math.sqrt(alone * otherAlone);
  }
}
