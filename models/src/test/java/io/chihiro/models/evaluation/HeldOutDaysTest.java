package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.HeldOutDays.Day;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldOutDaysTest {
  private static final List<Day> TWO_MOODS =
      List.of(
          day(1, 0, Map.of("sea", 3, "always", 9)),
          day(0.9f, 0.1f, Map.of("sea", 4)),
          day(0, 1, Map.of("rain", 3, "always", 9)),
          day(0.1f, 0.9f, Map.of("rain", 5)));

  @Test
  void daysOfOneMoodFindTheirSongs() {
    Map<String, Double> figures = HeldOutDays.measure(TWO_MOODS, HeldOutDays.bySoftMean(20));

    assertEquals(4, figures.get("days"));
    assertEquals(1, figures.get("hit@5"));
    assertEquals(1, figures.get("mrr@10"));
  }

  @Test
  void theMostPlayedSongIsNoAnswerToAMood() {
    double byMood = ndcg(HeldOutDays.bySoftMean(20));
    double byPlays = ndcg(HeldOutDays.byPlays());

    assertTrue(byMood > byPlays, byMood + " against " + byPlays);
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    assertEquals(ndcg(HeldOutDays.atRandom(7)), ndcg(HeldOutDays.atRandom(7)));
  }

  @Test
  void aDayThatSharesNoSongIsNotAsked() {
    List<Day> days = List.of(day(1, 0, Map.of("a", 3)), day(0, 1, Map.of("b", 3)));

    assertEquals(0, HeldOutDays.measure(days, HeldOutDays.byPlays()).get("days"));
  }

  @Test
  void theGainOfAWorkedExample() {
    List<String> ranked = List.of("wrong", "right", "wrong too", "also right");
    Set<String> right = Set.of("right", "also right");

    // (1/log2(3) + 1/log2(5)) / (1/log2(2) + 1/log2(3))
    assertEquals(0.650921, HeldOutDays.discountedGain(ranked, right), 1e-6);
    assertEquals(0.5, HeldOutDays.reciprocalRank(ranked, right));
    assertEquals(1, HeldOutDays.hit(ranked, right));
  }

  private static double ndcg(HeldOutDays.Ranker ranker) {
    return HeldOutDays.measure(TWO_MOODS, ranker).getOrDefault("ndcg@10", Double.NaN);
  }

  private static Day day(float x, float y, Map<String, Integer> plays) {
    float[] vector = Vectors.unit(new float[] {x, y});
    return new Day(() -> vector, plays);
  }
}
