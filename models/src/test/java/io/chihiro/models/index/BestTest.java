package io.chihiro.models.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestTest {
  @Test
  void theBestAreKeptInOrder() {
    SplittableRandom random = new SplittableRandom(1);
    float[] scores = new float[1_000];
    Best best = new Best(17);
    for (int i = 0; i < scores.length; i++) {
      // Coarse, so that many are equal, and of both signs.
      scores[i] = random.nextInt(-20, 20) / 20f;
      best.offer(i, scores[i]);
    }

    List<Integer> expected =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted((one, other) -> Float.compare(scores[other], scores[one]))
            .limit(17)
            .toList();
    assertEquals(expected, ordinals(best));
  }

  @Test
  void whatComesLaterIsNotWorseForIt() {
    Best best = new Best(2);
    for (int ordinal : new int[] {9, 4, 7, 2}) {
      best.offer(ordinal, 0.5f);
    }

    assertEquals(List.of(2, 4), ordinals(best));
  }

  @Test
  void fewerThanAreWantedAreAll() {
    Best best = new Best(5);
    best.offer(3, -0.25f);
    best.offer(Integer.MAX_VALUE - 1, 0.25f);

    assertEquals(List.of(Integer.MAX_VALUE - 1, 3), ordinals(best));
    assertEquals(-0.25f, best.score(1));
  }

  @Test
  void bothZerosAreEqual() {
    Best best = new Best(2);
    best.offer(1, 0f);
    best.offer(0, -0f);

    assertEquals(List.of(0, 1), ordinals(best));
  }

  private static List<Integer> ordinals(Best best) {
    best.sort();
    return IntStream.range(0, best.size())
        .mapToObj(best::ordinal)
        .collect(Collectors.toUnmodifiableList());
  }
}
