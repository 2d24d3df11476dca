package io.chihiro.models.tastes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Items that the same users took to (Sarwar et al. 2001): an item's score is the sum of how like
/// it is to the nearest of what the user took to.
///
/// `s(i,j) = |Uᵢ ∩ Uⱼ| / (√(|Uᵢ|·|Uⱼ|) + h)`, the cosine of two columns, with a shrinkage `h` by
/// which what few have in common counts less.
public final class ItemKnn implements ItemModel {
  /// As tables call it.
  public static final String NAME = "item-knn";

  /// What the validation chooses among.
  private static final List<Integer> NEIGHBOURS = List.of(10, 20, 50, 100, 200);

  private static final List<Double> SHRINKAGES = List.of(0.0, 5.0, 20.0);

  private final TakenItems items;
  private final int neighbours;
  private final double shrinkage;

  /// Of each item the likeness to its nearest; nothing to the others and to itself.
  private final float[][] near;

  /// Learns.
  ///
  /// @param neighbours how many of an item count
  /// @param shrinkage users in common are to be many beside it
  public ItemKnn(TakenItems items, int neighbours, double shrinkage) {
    this.items = items;
    this.neighbours = neighbours;
    this.shrinkage = shrinkage;
    this.near = InCommon.of(items);
    for (int item = 0; item < near.length; item++) {
      toLikeness(item);
    }
    for (float[] row : near) {
      keepNearest(row);
    }
  }

  /// The one that is best on the validation.
  public static ItemKnn tuned(LeaveOneOut split) {
    return tuned(split, () -> {});
  }

  /// The one that is best on the validation.
  ///
  /// @param before each that is tried; it may throw to end the search
  public static ItemKnn tuned(LeaveOneOut split, Runnable before) {
    Stream<ItemKnn> tried =
        SHRINKAGES.stream()
            .flatMap(
                shrinkage ->
                    NEIGHBOURS.stream()
                        .map(
                            count -> {
                              before.run();
                              return new ItemKnn(split, count, shrinkage);
                            }));
    return Ranks.best(split, tried);
  }

  private void toLikeness(int item) {
    float[] row = near[item];
    for (int other = 0; other < row.length; other++) {
      double size = Math.sqrt((double) items.count(item) * items.count(other)) + shrinkage;
      row[other] = item == other || size == 0 ? 0 : (float) (row[other] / size);
    }
  }

  // Equals of the last one that counts are kept with it.
  private void keepNearest(float[] row) {
    float[] ordered = row.clone();
    Arrays.sort(ordered);
    float least = ordered[Math.max(0, ordered.length - neighbours)];
    for (int item = 0; item < row.length; item++) {
      row[item] = row[item] < least ? 0 : row[item];
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String chosen() {
    return "%d neighbours, shrinkage %.0f".formatted(neighbours, shrinkage);
  }

  @Override
  public float[] scores(int user) {
    int[] own = items.learned(user);
    float[] scores = new float[near.length];
    for (int item = 0; item < scores.length; item++) {
      for (int taken : own) {
        scores[item] += near[item][taken];
      }
    }
    return scores;
  }

  @Override
  public ItemWeights weights() {
    return ItemWeights.strongest(items.items(), (from, to) -> near[to][from]);
  }

  @Override
  public ItemKnn again(TakenItems others) {
    return new ItemKnn(others, neighbours, shrinkage);
  }
}
