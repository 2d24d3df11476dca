package io.chihiro.models.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArithmeticTest {
  private static final int WIDEST = 70;

  static Stream<Arithmetic> both() {
    return Stream.of(new PlainArithmetic(), Arithmetic.quickest());
  }

  @Test
  void whereVectorsAreToBeHadTheyAreUsed() {
    assertEquals(
        Boolean.getBoolean("chihiro.vectors") ? VectorArithmetic.class : PlainArithmetic.class,
        Arithmetic.quickest().getClass());
  }

  @ParameterizedTest
  @MethodSource("both")
  void dotProductsOfEveryWidthAreRight(Arithmetic arithmetic) {
    for (int width = 1; width < WIDEST; width++) {
      float[] a = row(width, 3);
      float[] b = row(width, 5);
      double sum = 0;
      for (int i = 0; i < width; i++) {
        sum += (double) a[i] * b[i];
      }

      assertEquals(sum, arithmetic.dot(a, b), 1e-4);
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void aStepMovesBothSidesByWhatTheyWereBefore(Arithmetic arithmetic) {
    for (int width = 1; width < WIDEST; width++) {
      float[] output = row(width, 5);
      float[] pull = row(width, 7);
      arithmetic.step(row(width, 3), output, 0.5f, pull);

      for (int i = 0; i < width; i++) {
        assertEquals(row(width, 7)[i] + 0.5 * row(width, 5)[i], pull[i], 1e-5);
        assertEquals(row(width, 5)[i] + 0.5 * row(width, 3)[i], output[i], 1e-5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void rowsAreAddedUp(Arithmetic arithmetic) {
    for (int width = 1; width < WIDEST; width++) {
      float[] row = row(width, 3);
      arithmetic.add(row, row(width, 5));

      for (int i = 0; i < width; i++) {
        assertEquals(row(width, 3)[i] + row(width, 5)[i], row[i], 1e-5);
      }
    }
  }

  private static float[] row(int width, int seed) {
    float[] row = new float[width];
    for (int i = 0; i < width; i++) {
      row[i] = (i * seed % 11 - 5) / 4f;
    }
    return row;
  }
}
