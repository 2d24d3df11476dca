package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.LifeDay;
import io.chihiro.models.MostPlayed;
import io.chihiro.models.RandomSongs;
import io.chihiro.models.Vectors;
import io.chihiro.models.evaluation.HeldOutDays.Day;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldOutDaysTest {
  private static final List<Day> TWO_MOODS =
      List.of(
          day(1, 0, Map.of("sea", 3, "always", 9)),
          day(0.9f, 0.1f, Map.of("sea", 4)),
          day(0, 1, Map.of("rain", 3, "always", 9)),
          day(0.1f, 0.9f, Map.of("rain", 5)));

  @Test
  void daysOfOneMoodFindTheirSongs() throws InterruptedException {
    Map<String, Double> figures = HeldOutDays.measure(TWO_MOODS, HeldOutDays.bySimilarity(20));

    assertEquals(4, figures.get("days"));
    assertEquals(1, figures.get("hit@5"));
    assertEquals(1, figures.get("mrr@10"));
  }

  @Test
  void theMostPlayedSongIsNoAnswerToAMood() throws InterruptedException {
    double byMood = ndcg(HeldOutDays.bySimilarity(20));
    double byPlays = ndcg(HeldOutDays.by(new MostPlayed()));

    assertTrue(byMood > byPlays, byMood + " against " + byPlays);
  }

  @Test
  void theSameSeedGivesTheSameOrder() throws InterruptedException {
    assertEquals(
        ndcg(HeldOutDays.by(new RandomSongs(7))), ndcg(HeldOutDays.by(new RandomSongs(7))));
  }

  @Test
  void aDayThatSharesNoSongIsNotAsked() throws InterruptedException {
    List<Day> days = List.of(day(1, 0, Map.of("a", 3)), day(0, 1, Map.of("b", 3)));

    assertEquals(0, HeldOutDays.measure(days, HeldOutDays.by(new MostPlayed())).get("days"));
  }

  private static double ndcg(HeldOutDays.Ranker ranker) throws InterruptedException {
    return HeldOutDays.measure(TWO_MOODS, ranker).getOrDefault("ndcg@10", Double.NaN);
  }

  private static Day day(float x, float y, Map<String, Integer> plays) {
    float[] vector = Vectors.unit(new float[] {x, y});
    return new Day(new LifeDay(LocalDate.EPOCH, "A day.", plays), () -> vector);
  }
}
