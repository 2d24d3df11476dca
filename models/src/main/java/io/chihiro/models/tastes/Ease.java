package io.chihiro.models.tastes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Embarrassingly shallow autoencoder (Steck 2019, arXiv:1905.03375): weights between items that
/// rebuild every user's row from the rest of it, in closed form.
///
/// `min |X − XB|² + λ|B|²` with a diagonal of zeros: `P = (XᵀX + λI)⁻¹`, `Bᵢⱼ = −Pᵢⱼ / Pⱼⱼ`.
///
/// An item's column may be damped, divided by a power of how many users it has, so that what
/// everybody took to neither says much nor has to be explained. Not damped it is Steck's.
public final class Ease implements ItemModel {
  /// As tables call it.
  public static final String NAME = "ease";

  /// The inverse takes the cube of it in time: minutes. Items that fewer users took to score zero.
  static final int MOST_ITEMS = 10_000;

  /// What the validation chooses among.
  private static final List<Double> STRENGTHS =
      List.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0);

  private static final List<Double> DAMPINGS = List.of(0.0, 0.15, 0.3);

  private final TakenItems taken;
  private final double strength;
  private final double damping;
  private final double[] scales;
  private final double[][] inverse;

  /// Learns.
  ///
  /// @param strength λ: how much a weight must explain to be worth its size
  /// @param damping the power of an item's users by which its column is divided; 0 leaves it
  public Ease(TakenItems taken, double strength, double damping) {
    this(taken, strength, damping, InCommon.of(taken));
  }

  private Ease(TakenItems taken, double strength, double damping, float[][] common) {
    if (!(strength > 0) || !(damping >= 0)) {
      throw new IllegalArgumentException("the strength is positive and the damping not negative");
    }
    this.taken = taken;
    this.strength = strength;
    this.damping = damping;
    this.scales = new double[Math.min(common.length, MOST_ITEMS)];
    Arrays.setAll(scales, item -> Math.pow(Math.max(1.0, taken.count(item)), -damping));
    this.inverse = new PositiveMatrix(regularised(common)).inverted();
  }

  /// The one that is best on the validation.
  public static Ease tuned(LeaveOneOut split) {
    return tuned(split, () -> {});
  }

  /// The one that is best on the validation.
  ///
  /// @param before each that is tried; it may throw to end the search
  public static Ease tuned(LeaveOneOut split, Runnable before) {
    float[][] common = InCommon.of(split);
    Stream<Ease> tried =
        DAMPINGS.stream()
            .flatMap(
                damping ->
                    STRENGTHS.stream()
                        .map(
                            strength -> {
                              before.run();
                              return new Ease(split, strength, damping, common);
                            }));
    return Ranks.best(split, tried);
  }

  private double[][] regularised(float[][] common) {
    double[][] rows = new double[scales.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = new double[row + 1];
      for (int column = 0; column <= row; column++) {
        rows[row][column] = scales[row] * scales[column] * common[row][column];
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
    return String.format(Locale.ROOT, "λ %.0f, damping %.2f", strength, damping);
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
    float[] scores = new float[taken.items().size()];
    for (int from : taken.learned(user)) {
      for (int to = 0; from < inverse.length && to < inverse.length; to++) {
        scores[to] += (float) (scales[from] * weight(from, to));
      }
    }
    return scores;
  }

  @Override
  public ItemWeights weights() {
    return ItemWeights.strongest(
        taken.items(),
        (from, to) -> Math.max(from, to) < inverse.length ? scales[from] * weight(from, to) : 0);
  }

  @Override
  public Ease again(TakenItems others) {
    return new Ease(others, strength, damping);
  }
}
