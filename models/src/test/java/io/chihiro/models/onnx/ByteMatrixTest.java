package io.chihiro.models.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteMatrixTest {
  private static final int LARGEST_UNSIGNED_BYTE = 255;

  // What a processor without VNNI adds up in 16 bits: rows 0 and 1, 2 and 3, and so on.
  @Test
  void noTwoProductsOfNeighboursOverflowSixteenBits() {
    ByteMatrix matrix = ByteMatrix.byColumn(gaussian(64, 33));

    for (int row = 0; row < 64; row += 2) {
      for (int column = 0; column < 33; column++) {
        int one = matrix.values()[row * 33 + column];
        int next = matrix.values()[(row + 1) * 33 + column];
        int above = LARGEST_UNSIGNED_BYTE * (Math.max(one, 0) + Math.max(next, 0));
        int below = LARGEST_UNSIGNED_BYTE * (Math.min(one, 0) + Math.min(next, 0));
        assertTrue(above <= Short.MAX_VALUE && below >= Short.MIN_VALUE, one + " and " + next);
      }
    }
  }

  @Test
  void everyNumberIsAtMostHalfAStepOff() {
    Weight exact = gaussian(7, 5);
    ByteMatrix matrix = ByteMatrix.byColumn(exact);

    for (int i = 0; i < exact.values().length; i++) {
      float scale = matrix.scales()[i % 5];
      assertEquals(exact.values()[i], matrix.values()[i] * scale, 0.501 * scale);
    }
  }

  @Test
  void aColumnOfZerosStaysZero() {
    ByteMatrix matrix = ByteMatrix.byColumn(Weight.of(new float[] {0, 2, 0, -0.5f}, 2, 2));

    assertArrayEquals(new byte[] {0, 127, 0, -32}, matrix.values());
    assertEquals(0, matrix.scales()[0]);
  }

  @Test
  void aRowOfATableUsesAllItsBits() {
    ByteMatrix table = ByteMatrix.byRow(Weight.of(new float[] {1, 0.5f, -8, 8}, 2, 2));

    assertArrayEquals(new byte[] {127, 64, -127, 127}, table.values());
    assertArrayEquals(new float[] {1 / 127f, 8 / 127f}, table.scales());
  }

  private static Weight gaussian(int rows, int columns) {
    Random random = new Random(5);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Weight.of(values, rows, columns);
  }
}
