package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VectorsTest {
  @Test
  void aUnitVectorHasLengthOne() {
    assertArrayEquals(new float[] {0.6f, 0.8f}, Vectors.unit(new float[] {3, 4}), 1e-6f);
  }

  @Test
  void zerosHaveNoDirection() {
    assertThrows(IllegalArgumentException.class, () -> Vectors.unit(new float[3]));
  }

  @Test
  void theDotProductTakesEveryNumber() {
    assertEquals(
        1 * 5 + 2 * 4 + 3 * 3 + 4 * 2 + 5,
        Vectors.dot(new float[] {1, 2, 3, 4, 5}, new float[] {5, 4, 3, 2, 1}));
  }

  @Test
  void vectorsOfOtherLengthsCannotBeCompared() {
    assertThrows(IllegalArgumentException.class, () -> Vectors.dot(new float[3], new float[4]));
  }

  @Test
  void theSoftMeanOfEqualValuesIsThatValue() {
    assertEquals(0.4, Vectors.softMean(new double[] {0.4, 0.4, 0.4}, 20), 1e-12);
  }

  @Test
  void theSoftMeanLiesBetweenMeanAndMaximum() {
    double soft = Vectors.softMean(new double[] {0.1, 0.2, 0.9}, 20);

    assertTrue(soft > 0.4 && soft < 0.9, "soft mean " + soft);
    // 1/20 · ln((e² + e⁴ + e¹⁸)/3), worked by hand.
    assertEquals(0.8450694, soft, 1e-6);
  }

  @Test
  void noValuesHaveNoMean() {
    assertThrows(IllegalArgumentException.class, () -> Vectors.softMean(new double[] {}, 20));
  }
}
