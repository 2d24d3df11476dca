package io.chihiro.models.tastes;

import java.util.List;

/// Embarrassingly shallow autoencoder (Steck 2019, arXiv:1905.03375): weights between items that
/// rebuild every user's row from the rest of it, in closed form.
///
/// `min |X − XB|² + λ|B|²` with a diagonal of zeros: `P = (XᵀX + λI)⁻¹`, `Bᵢⱼ = −Pᵢⱼ / Pⱼⱼ`.
public final class Ease implements TasteModel {
  /// As tables call it.
  public static final String NAME = "ease";

  /// The inverse takes the cube of it in time: minutes. Items that fewer users took to score zero.
  static final int MOST_ITEMS = 10_000;

  /// What the validation chooses among.
  private static final List<Double> STRENGTHS =
      List.of(5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);

  private final LeaveOneOut split;
  private final double strength;
  private final double[][] inverse;

  /// Learns.
  ///
  /// @param strength λ: how much a weight must explain to be worth its size
  public Ease(LeaveOneOut split, double strength) {
    this(split, strength, InCommon.of(split));
  }

  private Ease(LeaveOneOut split, double strength, float[][] common) {
    if (!(strength > 0)) {
      throw new IllegalArgumentException("the strength is positive");
    }
    this.split = split;
    this.strength = strength;
    this.inverse = new PositiveMatrix(regularised(common, strength)).inverted();
  }

  /// The one that is best on the validation.
  public static Ease tuned(LeaveOneOut split) {
    float[][] common = InCommon.of(split);
    return Ranks.best(split, STRENGTHS.stream().map(each -> new Ease(split, each, common)));
  }

  private static double[][] regularised(float[][] common, double strength) {
    double[][] rows = new double[Math.min(common.length, MOST_ITEMS)][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new double[row + 1];
      for (int column = 0; column <= row; column++) {
        rows[row][column] = common[row][column];
      }
      rows[row][row] += strength;
    }
    return rows;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String chosen() {
    return "λ %.0f".formatted(strength);
  }

  /// How much having taken to one item says for another; nothing for itself.
  double weight(int from, int to) {
    if (from == to) {
      return 0;
    }
    double both = inverse[Math.max(from, to)][Math.min(from, to)];
    return -both / inverse[to][to];
  }

  @Override
  public float[] scores(int user) {
    float[] scores = new float[split.items().size()];
    for (int from : split.learned(user)) {
      for (int to = 0; from < inverse.length && to < inverse.length; to++) {
        scores[to] += (float) weight(from, to);
      }
    }
    return scores;
  }
}
