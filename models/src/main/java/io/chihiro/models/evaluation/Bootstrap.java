package io.chihiro.models.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// How sure a mean is: it is taken again and again over groups drawn with replacement (Efron 1979),
/// and the middle 95 % of these means are its interval.
///
/// Groups are drawn whole (days, songs, moods), as what belongs to one of them is not independent.
/// The same seed gives the same interval.
///
/// @param rounds how often the mean is taken
public record Bootstrap(int rounds, long seed) {
  private static final int ROUNDS = 2_000;
  private static final double TAIL = 0.025;

  /// As many rounds as two digits of an interval need.
  public Bootstrap(long seed) {
    this(ROUNDS, seed);
  }

  /// The mean of values that stand for themselves.
  public Interval mean(Collection<Double> values) {
    return groups(values.stream().map(List::of).toList());
  }

  /// The mean of all values, drawn group by group; not a number where there are none.
  public Interval groups(Collection<? extends Collection<Double>> groups) {
    if (groups.isEmpty()) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    double[] sums = groups.stream().mapToDouble(Bootstrap::sum).toArray();
    int[] counts = groups.stream().mapToInt(Collection::size).toArray();
    double value = Arrays.stream(sums).sum() / Arrays.stream(counts).sum();
    double[] means = drawn(sums, counts);
    Arrays.sort(means);
    int tail = (int) Math.floor(rounds * TAIL);
    return new Interval(value, means[tail], means[rounds - 1 - tail]);
  }

  private double[] drawn(double[] sums, int[] counts) {
    Random random = new Random(seed);
    double[] means = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      double sum = 0;
      long count = 0;
      for (int i = 0; i < sums.length; i++) {
        int drawn = random.nextInt(sums.length);
        sum += sums[drawn];
        count += counts[drawn];
      }
      means[round] = sum / count;
    }
    return means;
  }

  /// The mean of `ours − theirs`, group by group: pairs are drawn, so that what is hard for both
  /// does not count as doubt.
  ///
  /// @throws IllegalArgumentException if the two were not measured on the same groups
  public Interval gain(Map<String, Double> ours, Map<String, Double> theirs) {
    if (!ours.keySet().equals(theirs.keySet())) {
      throw new IllegalArgumentException("two models can be compared on the same queries only");
    }
    return mean(
        ours.entrySet().stream()
            .map(group -> group.getValue() - theirs.getOrDefault(group.getKey(), Double.NaN))
            .toList());
  }

  private static double sum(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum();
  }
}
