package io.chihiro.models.evaluation;

import static io.chihiro.models.evaluation.Lives.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.LifeDay;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TripletsTest {
  private static final Life LIFE = Lives.of(20, 1);

  @Test
  void everyPairOfDaysOfOneSongIsAnchorAndPositiveOnce() {
    List<LifeDay> days =
        List.of(
            day(0, "a", "sea"),
            day(1, "b", "sea"),
            day(2, "c", "sea", "wind"),
            day(3, "d", "rain"));

    List<Triplet> triplets = Triplets.of(days, 1);

    assertEquals(
        List.of("ab", "ac", "bc"),
        triplets.stream().map(each -> each.anchor().text() + each.positive().text()).toList());
    triplets.forEach(each -> assertEquals("d", each.negative().text()));
  }

  @Test
  void theNegativeIsADayOfASongThatSharesNoDay() {
    for (Triplet triplet : Triplets.of(LIFE.days(), 1)) {
      Set<String> met = new HashSet<>();
      LIFE.days().stream()
          .filter(day -> day.songs().contains(triplet.song()))
          .forEach(day -> met.addAll(day.songs()));
      assertTrue(triplet.negative().songs().stream().anyMatch(song -> !met.contains(song)));
    }
  }

  @Test
  void aSongThatMeetsEveryOtherHasNoTriplets() {
    assertTrue(
        Triplets.of(LIFE.days(), 1).stream().noneMatch(each -> each.song().equals("favourite")));
  }

  @Test
  void theSameSeedGivesTheSameTripletsInWhateverOrderDaysCome() {
    List<LifeDay> shuffled = new ArrayList<>(LIFE.days());
    Collections.shuffle(shuffled);

    assertEquals(Triplets.of(LIFE.days(), 1), Triplets.of(LIFE.days(), 1));
    assertNotEquals(Triplets.of(LIFE.days(), 1), Triplets.of(LIFE.days(), 2));
    assertEquals(
        Split.heldOutDays(LIFE.days(), 1).known(), Split.heldOutDays(LIFE.days(), 1).known());
  }

  @Test
  void noTextOfAHeldOutDayIsLearnedFrom() {
    for (int fold = 0; fold < 5; fold++) {
      Split split = Split.heldOutDays(LIFE.days(), 1, fold);
      Set<LifeDay> learned = days(split.train());

      assertEquals(12, split.heldOut().size());
      assertEquals(6, split.validationDays().size());
      assertTrue(Collections.disjoint(learned, split.heldOut()));
      assertTrue(Collections.disjoint(learned, split.validationDays()));
      assertTrue(split.heldOut().containsAll(days(split.test())));
      assertTrue(Collections.disjoint(split.known(), split.heldOut()));
    }
  }

  @Test
  void fiveFoldsHoldOutEveryDayOnce() {
    List<LifeDay> heldOut = new ArrayList<>();
    for (int fold = 0; fold < 5; fold++) {
      heldOut.addAll(Split.heldOutDays(LIFE.days(), 1, fold).heldOut());
    }

    assertEquals(LIFE.days().size(), heldOut.size());
    assertEquals(new HashSet<>(LIFE.days()), new HashSet<>(heldOut));
  }

  @Test
  void thePapersSplitLeaks() {
    Split split = Split.paper(LIFE.days(), 1);
    int all = Triplets.of(LIFE.days(), 1).size();

    assertEquals(Math.round(all * 0.8), split.train().size());
    assertEquals(all, split.train().size() + split.validation().size() + split.test().size());
    assertTrue(!Collections.disjoint(days(split.train()), days(split.test())));
  }

  @Test
  void aReplayKnowsWhatWasBeforeADateAndAsksWhatCameAfter() {
    Split split = Split.replay(LIFE.days(), Lives.FIRST.plusDays(40), 1);

    assertEquals(20, split.heldOut().size());
    assertTrue(split.known().getLast().date().isBefore(split.heldOut().getFirst().date()));
    assertEquals(4, split.validationDays().size());
  }

  private static Set<LifeDay> days(List<Triplet> triplets) {
    Set<LifeDay> days = new HashSet<>();
    triplets.stream()
        .flatMap(each -> Stream.of(each.anchor(), each.positive(), each.negative()))
        .forEach(days::add);
    return days;
  }
}
