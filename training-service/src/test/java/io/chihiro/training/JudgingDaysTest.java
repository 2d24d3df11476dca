package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.LifeDay;
import io.chihiro.models.evaluation.Split;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgingDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final List<LifeDay> DAYS =
      IntStream.range(0, 50)
          .mapToObj(i -> new LifeDay(FIRST.plusDays(i), "Day " + i, Map.of("song " + i % 5, 3)))
          .toList();

  @Test
  void replayAsksTheLatestFifthAndKnowsWhatWasBefore() {
    Split split = JudgingDays.REPLAY.of(DAYS, 1).getFirst();

    assertEquals(DAYS.subList(40, 50), split.heldOut());
    assertTrue(split.learned().stream().allMatch(day -> day.date().isBefore(FIRST.plusDays(40))));
  }

  @Test
  void otherwiseAFifthOfAllIsAsked() {
    Split split = JudgingDays.HELD_OUT.of(DAYS, 1).getFirst();

    assertEquals(10, split.heldOut().size());
    assertNotEquals(DAYS.subList(40, 50), split.heldOut());
  }

  @Test
  void foldsAskEveryDayOnceAndWhatServesLearnsFromAll() {
    List<Split> folds = JudgingDays.FOLDS.of(DAYS, 1);

    assertEquals(
        DAYS,
        folds.stream()
            .flatMap(fold -> fold.heldOut().stream())
            .sorted(Comparator.comparing(LifeDay::date))
            .toList());
    Split served = JudgingDays.FOLDS.served(DAYS, 1);
    assertEquals(List.of(), served.heldOut());
    assertEquals(DAYS, served.known());
  }
}
