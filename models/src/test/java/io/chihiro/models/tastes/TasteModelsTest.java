package io.chihiro.models.tastes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasteModelsTest {
  private static final LeaveOneOut SPLIT =
      LeaveOneOut.of(GeneratedTastes.small().all(1).core(5), 1);

  @Test
  void anInverseTimesItsMatrixIsOne() {
    Random random = new Random(3);
    int size = 7;
    double[][] root = new double[size][size];
    for (double[] row : root) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    double[][] matrix = new double[size][];
    for (int row = 0; row < size; row++) {
      int i = row;
      matrix[row] = new double[row + 1];
      Arrays.setAll(matrix[row], j -> dot(root[i], root[j]) + (i == j ? 1 : 0));
    }
    double[][] inverse =
        new PositiveMatrix(Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new))
            .inverted();

    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += half(matrix, row, k) * half(inverse, k, column);
        }
        assertEquals(row == column ? 1 : 0, sum, 1e-9);
      }
    }
  }

  @Test
  void aMatrixThatIsNotPositiveIsRefused() {
    double[][] matrix = {{1}, {2, 1}};

    assertThrows(IllegalArgumentException.class, () -> new PositiveMatrix(matrix).inverted());
  }

  @Test
  void easeSolvesEveryColumnOnItsOwn() {
    // What minimises |x - XB|² + λ|B|² has no gradient in any weight but the diagonal's.
    Ease ease = new Ease(SPLIT, 10, 0);
    int items = SPLIT.items().size();
    float[][] common = InCommon.of(SPLIT);
    for (int from = 0; from < items; from++) {
      for (int to = 0; to < items; to++) {
        double gradient = -common[from][to] + 10 * ease.weight(from, to);
        for (int k = 0; k < items; k++) {
          gradient += common[from][k] * ease.weight(k, to);
        }
        if (from != to) {
          assertEquals(0, gradient, 1e-9);
        }
      }
      assertEquals(0, ease.weight(from, from));
    }
  }

  @Test
  void dampedItIsTheSameOfColumnsThatWereDivided() {
    Ease ease = new Ease(SPLIT, 10, 0.3);
    int items = SPLIT.items().size();
    float[][] common = InCommon.of(SPLIT);
    for (int to = 1; to < items; to++) {
      double gradient = -damped(common, 0, to) + 10 * ease.weight(0, to);
      for (int k = 0; k < items; k++) {
        gradient += damped(common, 0, k) * ease.weight(k, to);
      }
      assertEquals(0, gradient, 1e-9);
    }
  }

  private static double damped(float[][] common, int one, int other) {
    double users = (double) Math.max(1, SPLIT.count(one)) * Math.max(1, SPLIT.count(other));
    return common[one][other] * Math.pow(users, -0.3);
  }

  @Test
  void likenessIsTheCosineOfWhoTookToBoth() {
    float[][] common = InCommon.of(SPLIT);
    ItemKnn all = new ItemKnn(SPLIT, SPLIT.items().size(), 0);
    int[] own = SPLIT.learned(0);
    float[] expected = new float[SPLIT.items().size()];
    for (int item = 0; item < expected.length; item++) {
      for (int taken : own) {
        if (taken != item) {
          expected[item] +=
              (float)
                  (common[item][taken]
                      / Math.sqrt((double) SPLIT.count(item) * SPLIT.count(taken)));
        }
      }
    }

    assertArrayEquals(expected, all.scores(0), 1e-5f);
  }

  @Test
  void fewerNeighboursLeaveTheNearestAlone() {
    float[] few = new ItemKnn(SPLIT, 3, 5).scores(0);
    float[] all = new ItemKnn(SPLIT, SPLIT.items().size(), 5).scores(0);

    assertTrue(IntStream.range(0, few.length).allMatch(item -> few[item] <= all[item]));
    assertTrue(sum(few) > 0 && sum(few) < sum(all));
  }

  @ParameterizedTest
  @ValueSource(strings = {RandomItems.NAME, MostTaken.NAME, ItemKnn.NAME, Ease.NAME})
  void everyModelScoresEveryItemTheSameEachTime(String name) {
    List<float[]> scores = IntStream.range(0, 2).mapToObj(_ -> model(name).scores(5)).toList();

    assertEquals(SPLIT.items().size(), scores.getFirst().length);
    assertArrayEquals(scores.get(0), scores.get(1));
  }

  @Test
  void whatIsLearnedFromOthersIsBetterThanWhatIsPopular() {
    TasteReport report = TasteReport.of(SPLIT, List.of(new MostTaken(SPLIT), Ease.tuned(SPLIT)), 1);

    assertTrue(report.gain(Ease.NAME, MostTaken.NAME, 1).aboveZero(), TasteTable.of(report));
  }

  private static TasteModel model(String name) {
    return switch (name) {
      case RandomItems.NAME -> new RandomItems(SPLIT.items().size(), 1);
      case MostTaken.NAME -> new MostTaken(SPLIT);
      case ItemKnn.NAME -> ItemKnn.tuned(SPLIT);
      default -> Ease.tuned(SPLIT);
    };
  }

  private static double half(double[][] rows, int row, int column) {
    return rows[Math.max(row, column)][Math.min(row, column)];
  }

  private static double dot(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
  }

  private static double sum(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
  }
}
