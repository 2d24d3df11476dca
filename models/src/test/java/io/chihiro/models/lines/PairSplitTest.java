package io.chihiro.models.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairSplitTest {
  private static final List<LinePair> PAIRS =
      IntStream.range(0, 60)
          .mapToObj(i -> new LinePair("song " + i / 3, "asked " + i, "line " + i))
          .toList();

  @Test
  void noSongIsInBothPartsAndWhatJudgesIsInNeither() {
    Set<String> judged = Set.of("song 3", "song 7");

    PairSplit split = PairSplit.of(PAIRS, judged, 1);

    Set<String> training = of(split.training(), LinePair::song);
    Set<String> validation = of(split.validation(), LinePair::song);
    assertTrue(Collections.disjoint(training, validation));
    assertTrue(Collections.disjoint(training, judged));
    assertTrue(Collections.disjoint(validation, judged));
    assertEquals(15, training.size());
    assertEquals(3, validation.size());
    assertEquals(54, split.training().size() + split.validation().size());
  }

  @Test
  void wordsThatTwoSongsShareAreNotOnBothSides() {
    List<LinePair> pairs = new ArrayList<>(PAIRS);
    for (int i = 0; i < 20; i++) {
      pairs.add(new LinePair("song " + i, "the same is said", "sung by all"));
    }

    PairSplit split = PairSplit.of(pairs, Set.of("song 3"), 1);

    Set<String> training = of(split.training(), LinePair::line);
    Set<String> held = new HashSet<>(of(split.validation(), LinePair::line));
    assertTrue(Collections.disjoint(training, held));
    assertFalse(training.contains("sung by all"));
    assertFalse(held.contains("sung by all"), "it is of a song that judges");
  }

  @Test
  void theSameSeedDrawsTheSameSongsWhateverTheOrder() {
    List<LinePair> shuffled = new ArrayList<>(PAIRS);
    Collections.shuffle(shuffled, new Random(4));

    assertEquals(
        of(PairSplit.of(PAIRS, Set.of(), 1).validation(), LinePair::line),
        of(PairSplit.of(shuffled, Set.of(), 1).validation(), LinePair::line));
  }

  /// By hand: the first pair's own line comes first; the second's is behind that of the first, and
  /// the other line of its own song does not count: (1 + 1/2) / 2.
  @Test
  void theOwnLinesRankIsAsCountedByHand() {
    List<LinePair> pairs = List.of(new LinePair("a", "q1", "l1"), new LinePair("b", "q2", "l2"));
    Map<String, float[]> asked = Map.of("q1", new float[] {1, 0}, "q2", new float[] {0.8f, 0.6f});
    Map<String, float[]> lines = Map.of("l1", new float[] {1, 0}, "l2", new float[] {0, 1});

    assertEquals(0.75, OwnLine.meanReciprocalRank(pairs, asked, lines), 1e-9);
    assertEquals(0, OwnLine.meanReciprocalRank(List.of(), asked, lines), 1e-9);
  }

  private static Set<String> of(List<LinePair> pairs, Function<LinePair, String> part) {
    return pairs.stream().map(part).collect(Collectors.toSet());
  }
}
