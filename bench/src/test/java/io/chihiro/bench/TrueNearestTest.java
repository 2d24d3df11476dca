package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.Vectors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrueNearestTest {
  private static final GeneratedVectors VECTORS = new GeneratedVectors(2_000);

  @Test
  void vectorsAreTheSameWheneverTheyAreMadeAndOfLengthOne() {
    List<float[]> once = all();
    VECTORS.forEach((ordinal, vector) -> assertArrayEquals(once.get(ordinal), vector));
    assertEquals(1, Vectors.dot(once.getFirst(), once.getFirst()), 1e-5);
  }

  @Test
  void queriesAreNoneOfTheVectors() {
    List<float[]> vectors = all();
    for (float[] query : VECTORS.queries(5)) {
      assertTrue(vectors.stream().allMatch(vector -> Vectors.dot(query, vector) < 0.99));
    }
  }

  @Test
  void theTrulyNearestAreWhatAPlainLoopFinds() {
    List<float[]> queries = VECTORS.queries(20);
    TrueNearest truth = TrueNearest.of(VECTORS, queries, 10);
    FloatLoop loop = new FloatLoop(VECTORS, 10);

    assertEquals(1, truth.recall(queries.stream().map(loop::nearest).toList()));
    assertEquals(
        0.5, truth.recall(queries.stream().map(q -> loop.nearest(q).subList(0, 5)).toList()));
  }

  private static List<float[]> all() {
    List<float[]> vectors = new ArrayList<>();
    VECTORS.forEach((_, vector) -> vectors.add(vector));
    return vectors;
  }
}
