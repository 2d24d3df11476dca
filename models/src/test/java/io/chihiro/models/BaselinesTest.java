package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselinesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final List<LifeDay> DAYS =
      List.of(
          day(0, Map.of("first love", 9, "always", 5)),
          day(1, Map.of("first love", 8)),
          day(50, Map.of("now and then", 4, "always", 6)),
          day(99, Map.of("always", 7)));

  @Test
  void theMostPlayedAreTheSameWhateverIsAsked() throws InterruptedException {
    var answers = new MostPlayed().over(DAYS).best(List.of(ask("joy"), ask("grief")), 2);

    assertEquals(Collections.nCopies(2, List.of("always", "first love")), answers);
  }

  @Test
  void whatOnceCouldNotStopAndHasNotBeenHeardForLongComesFirst() throws InterruptedException {
    var answers = new EraPrior().over(DAYS);

    // 9 plays x 99 days, 4 x 50, 7 x 1
    assertEquals(
        List.of(List.of("first love", "now and then", "always")),
        answers.best(List.of(new Question("", DAY.plusDays(100))), 10));
  }

  @Test
  void aSongHeardTodayIsNoMemory() throws InterruptedException {
    var answers = new EraPrior().over(DAYS).best(List.of(new Question("", DAY.plusDays(50))), 10);

    assertEquals(List.of("first love", "always", "now and then"), answers.getFirst());
  }

  @Test
  void randomSongsAreTheSameForTheSameQuestionAndSeed() throws InterruptedException {
    List<LifeDay> days =
        IntStream.range(0, 40).mapToObj(i -> day(i, Map.of("song " + i, 3))).toList();

    assertEquals(random(days, 1, "joy"), random(days, 1, "joy"));
    assertNotEquals(random(days, 1, "joy"), random(days, 2, "joy"));
    assertNotEquals(random(days, 1, "joy"), random(days, 1, "grief"));
  }

  @Test
  void aDayNeedsTextAndCountsPlays() {
    assertThrows(IllegalArgumentException.class, () -> new LifeDay(DAY, " ", Map.of("always", 3)));
    assertThrows(
        IllegalArgumentException.class, () -> new LifeDay(DAY, "text", Map.of("never", 0)));
  }

  private static List<List<String>> random(List<LifeDay> days, long seed, String mood)
      throws InterruptedException {
    return new RandomSongs(seed).over(days).best(List.of(ask(mood)), 5);
  }

  private static Question ask(String mood) {
    return new Question(mood, DAY.plusDays(100));
  }

  private static LifeDay day(int after, Map<String, Integer> plays) {
    return new LifeDay(DAY.plusDays(after), "What was written that day.", plays);
  }
}
