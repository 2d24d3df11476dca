package io.chihiro.models.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How negatives are drawn, and what is looked up instead of computed.
class SamplingTest {
  private static final int DRAWS = 200_000;

  @Test
  void numbersAreDrawnByTheirWeight() {
    double[] weights = {0, 1, 0.5, 3, 5.5};
    AliasTable table = new AliasTable(weights);
    int[] drawn = new int[weights.length];

    long state = 7;
    for (int i = 0; i < DRAWS; i++) {
      state = Mixing.next(state);
      drawn[table.draw(Mixing.mixed(state))]++;
    }

    assertEquals(0, drawn[0]);
    for (int id = 1; id < weights.length; id++) {
      assertEquals(weights[id] / 10, drawn[id] / (double) DRAWS, 0.005);
    }
  }

  @Test
  void aSingleNumberIsAlwaysDrawn() {
    AliasTable table = new AliasTable(new double[] {0, 4});

    assertTrue(IntStream.range(0, 100).allMatch(i -> table.draw(Mixing.mixed(i)) == 1));
  }

  @Test
  void noTruePairIsMissedAndFewOthersAreTakenForOne() {
    Corpus corpus = Corpus.of(new GeneratedSequences(10, 30, 0, 200, 10, 0, 1).all(), 1);
    TruePairs truePairs = TruePairs.of(corpus, 3);
    boolean[][] seen = new boolean[301][301];
    corpus.forEachPair(
        3,
        (song, other) -> {
          seen[song][other] = true;
          seen[other][song] = true;
          assertTrue(truePairs.contains(song, other) && truePairs.contains(other, song));
        });

    assertTrue(takenForTrue(truePairs, seen) < 0.08, "too many are taken for a true pair");
  }

  private static double takenForTrue(TruePairs truePairs, boolean[][] seen) {
    int others = 0;
    int taken = 0;
    for (int song = 1; song < seen.length; song++) {
      for (int other = song + 1; other < seen.length; other++) {
        others += seen[song][other] ? 0 : 1;
        taken += !seen[song][other] && truePairs.contains(song, other) ? 1 : 0;
      }
    }
    return taken / (double) others;
  }

  @Test
  void pairsAreCountedWhateverTheirNumber() {
    PairCounts counts = new PairCounts();
    for (int i = 0; i < 3; i++) {
      for (int song = 1; song <= 100; song++) {
        for (int other = 1; other <= 100; other++) {
          counts.add(song, other);
        }
      }
    }
    int[] pairs = {0};
    counts.forEach(
        (song, other, count) -> {
          assertEquals(3, count, () -> song + " and " + other);
          pairs[0]++;
        });

    assertEquals(10_000, pairs[0]);
  }

  @Test
  void theTablesGiveTheLogisticFunctionAndItsLoss() {
    for (float x : List.of(-7.5f, -2f, -0.1f, 0f, 0.3f, 4f, 7.9f)) {
      int place = Logistic.place(x);
      double sigmoid = 1 / (1 + Math.exp(-x));

      assertEquals(sigmoid, Logistic.sigmoid(place), 0.002);
      assertEquals(-Math.log(sigmoid), Logistic.loss(place), 0.005);
      assertEquals(-Math.log(1 - sigmoid), Logistic.lossOfNegative(place), 0.005);
    }
  }

  @Test
  void whatIsFarBeyondTheTablesIsAtTheirEnds() {
    assertEquals(1, Logistic.sigmoid(Logistic.place(1e30f)), 0.001);
    assertEquals(0, Logistic.sigmoid(Logistic.place(Float.NEGATIVE_INFINITY)), 0.001);
    assertTrue(Float.isFinite(Logistic.loss(Logistic.place(Float.NaN))));
  }
}
