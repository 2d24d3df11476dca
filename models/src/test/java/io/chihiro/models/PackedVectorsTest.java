package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedVectorsTest {
  private static final int DIMENSION = 384;

  @Test
  void eachIsComparedAsIfItWereAlone() {
    Random random = new Random(7);
    List<ByteVector> vectors = IntStream.range(0, 20).mapToObj(_ -> vector(random)).toList();
    ByteVector asked = vector(random);

    float[] dots = PackedVectors.of(vectors).dots(asked);

    float[] expected = new float[vectors.size()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = vectors.get(i).dot(asked);
    }
    assertArrayEquals(expected, dots, 1e-6f);
  }

  @Test
  void whatWasKeptIsTheSameAgain() {
    ByteVector vector = vector(new Random(8));
    ByteVector again = ByteVector.of(vector.step(), vector.toArray());

    assertEquals(vector.dot(vector), vector.dot(again));
  }

  @Test
  void noneAreFine() {
    PackedVectors none = PackedVectors.of(List.of());

    assertEquals(0, none.size());
    assertEquals(0, none.dots(vector(new Random(9))).length);
  }

  @Test
  void vectorsOfAnotherLengthAreRefused() {
    List<ByteVector> mixed = List.of(vector(new Random(1)), ByteVector.of(1, new byte[3]));

    assertThrows(IllegalArgumentException.class, () -> PackedVectors.of(mixed));
  }

  private static ByteVector vector(Random random) {
    float[] numbers = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return ByteVector.of(Vectors.unit(numbers));
  }
}
