package io.chihiro.models.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Pairs of days called alike or not by one threshold, and what they are.
///
/// @param threshold pairs more similar than this are called alike
/// @param truePositives alike and called alike
/// @param falsePositives not alike, yet called so
/// @param falseNegatives alike, yet not called so
/// @param trueNegatives not alike and not called so
public record Confusion(
    double threshold,
    long truePositives,
    long falsePositives,
    long falseNegatives,
    long trueNegatives) {
  // The paper tries these: 100 thresholds from 0 to 1.
  private static final int THRESHOLDS = 100;

  /// At the threshold that is right most often; of equals the lowest.
  static Confusion best(List<Double> positives, List<Double> negatives) {
    Confusion best = at(0, positives, negatives);
    for (int i = 1; i < THRESHOLDS; i++) {
      Confusion next = at(i / (THRESHOLDS - 1.0), positives, negatives);
      best = next.right() > best.right() ? next : best;
    }
    return best;
  }

  private static Confusion at(double threshold, List<Double> positives, List<Double> negatives) {
    long alike = positives.stream().filter(x -> x > threshold).count();
    long wrong = negatives.stream().filter(x -> x > threshold).count();
    return new Confusion(
        threshold, alike, wrong, positives.size() - alike, negatives.size() - wrong);
  }

  private long right() {
    return truePositives + trueNegatives;
  }

  /// Of those called alike, the share that is.
  @JsonProperty
  public double precision() {
    return share(truePositives, truePositives + falsePositives);
  }

  /// Of those alike, the share that is called so.
  @JsonProperty
  public double recall() {
    return share(truePositives, truePositives + falseNegatives);
  }

  /// The harmonic mean of precision and recall.
  @JsonProperty
  public double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
