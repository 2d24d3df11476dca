package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EqualLengthsTest {
  private static int[] texts(int count, int tokens) {
    return IntStream.generate(() -> tokens).limit(count).toArray();
  }

  @Test
  void onlyTextsOfOneLengthAreTogetherAndTheLongestComeFirst() {
    assertEquals(
        List.of(List.of(1), List.of(3), List.of(0, 2)),
        EqualLengths.batches(new int[] {5, 90, 5, 7}, 200));
  }

  @Test
  void aBatchEndsWhereItsTokensDo() {
    assertEquals(
        List.of(List.of(0, 1), List.of(2, 3), List.of(4)), EqualLengths.batches(texts(5, 60), 120));
    assertEquals(List.of(List.of(0), List.of(1)), EqualLengths.batches(texts(2, 250), 200));
  }

  @Test
  void fewTextsAreSharedByAllWorkers() {
    int[] sentences = texts(32, 18);
    List<Integer> sizes =
        EqualLengths.batches(sentences, EqualLengths.share(sentences, 2, 200)).stream()
            .map(List::size)
            .toList();
    assertEquals(List.of(4, 4, 4, 4, 4, 4, 4, 4), sizes);
  }

  @Test
  void noBatchGetsSoSmallThatItCostsMore() {
    assertEquals(32, EqualLengths.share(texts(10, 6), 2, 200));
    assertEquals(20, EqualLengths.share(texts(10, 6), 2, 20));
  }

  @Test
  void manyTextsFillTheirBatches() {
    assertEquals(200, EqualLengths.share(texts(500, 20), 2, 200));
  }
}
