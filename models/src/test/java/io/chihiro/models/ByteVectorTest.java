package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteVectorTest {
  private static final int NUMBERS = 384;

  @Test
  void wholeStepsAreKeptExactly() {
    ByteVector one = ByteVector.of(new float[] {127, -3, 0, 64});
    ByteVector other = ByteVector.of(new float[] {-1, 127, 5, 2});

    assertEquals(-127 - 3 * 127 + 128, one.dot(other), 1e-3);
  }

  @Test
  void aCosineOfUnitVectorsMovesByThousandths() {
    Random random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      float[] one = unit(random);
      float[] other = unit(random);

      assertEquals(Vectors.dot(one, other), ByteVector.of(one).dot(ByteVector.of(other)), 0.003);
    }
  }

  @Test
  void zerosFitNothing() {
    ByteVector zeros = ByteVector.of(new float[3]);

    assertEquals(0, zeros.dot(ByteVector.of(new float[] {1, 2, 3})));
  }

  @Test
  void otherLengthsCannotBeCompared() {
    ByteVector three = ByteVector.of(new float[3]);
    ByteVector four = ByteVector.of(new float[4]);

    assertThrows(IllegalArgumentException.class, () -> three.dot(four));
  }

  private static float[] unit(Random random) {
    float[] vector = new float[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Vectors.unit(vector);
  }
}
