package io.chihiro.models.tastes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.tastes.LeaveOneOut.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TastesTest {
  @Test
  void whoFallsBelowTheCoreTakesOthersAlong() {
    List<Interaction> all = new ArrayList<>();
    for (String user : List.of("ann", "bob")) {
      for (String item : List.of("one", "two")) {
        all.add(taken(user, item, 1));
      }
    }
    // Three has two users, until cid goes, who has one item; then dan has only one left.
    all.add(taken("cid", "three", 1));
    all.add(taken("dan", "three", 1));
    all.add(taken("dan", "one", 1));

    Tastes core = tastes(all).core(2);

    assertEquals(4, core.interactions().size());
    assertTrue(core.interactions().stream().noneMatch(each -> each.user().equals("dan")));
  }

  @Test
  void aSongIsTakenToOnceTheFirstTime() {
    Tastes tastes = tastes(List.of(taken("ann", "one", 9), taken("ann", "one", 4), untimed("ann")));

    assertEquals(List.of(taken("ann", "one", 4)), tastes.interactions());
  }

  @Test
  void theLastIsAskedInTheTestAndTheOneBeforeInTheValidation() {
    List<Interaction> all = new ArrayList<>();
    for (String user : List.of("ann", "bob")) {
      all.add(taken(user, "third", 3));
      all.add(taken(user, "first", 1));
      all.add(taken(user, "second", 2));
    }
    all.add(new Interaction("bob", "undated", Optional.empty()));
    LeaveOneOut split = LeaveOneOut.of(tastes(all), 1);

    for (int user = 0; user < 2; user++) {
      assertEquals("third", id(split, split.right(user, Asked.TEST)));
      assertEquals("second", id(split, split.right(user, Asked.VALIDATION)));
    }
    assertEquals(List.of("first"), learned(split, 0));
    assertEquals(List.of("first", "undated"), learned(split, 1).stream().sorted().toList());
  }

  @Test
  void fourFifthsOfTheItemsAreColdAndTheMostInteractedAreNot() {
    LeaveOneOut split = LeaveOneOut.of(GeneratedTastes.small().all(1).core(5), 1);
    int items = split.items().size();

    long cold = IntStream.range(0, items).filter(split::cold).count();
    assertEquals((int) (0.8 * items), cold);
    assertTrue(!split.cold(0) && split.cold(items - 1));
    assertTrue(split.count(0) >= split.count(items - 1));
  }

  @Test
  void theSameSeedSplitsInTheSameWay() {
    List<Interaction> all = new ArrayList<>();
    IntStream.range(0, 9).forEach(i -> all.add(taken("ann", "item " + i, 1)));

    List<Integer> rights =
        IntStream.range(0, 20)
            .mapToObj(seed -> LeaveOneOut.of(tastes(all), seed))
            .map(split -> split.right(0, Asked.TEST))
            .toList();

    assertEquals(
        rights.getFirst(), LeaveOneOut.of(tastes(all), 0).right(0, Asked.TEST), "the same seed");
    assertTrue(rights.stream().distinct().count() > 1, "what is equally old is drawn");
  }

  @Test
  void whoHasTwoInteractionsCannotBeSplit() {
    Tastes tastes = tastes(List.of(taken("ann", "one", 1), taken("ann", "two", 1)));

    assertThrows(IllegalArgumentException.class, () -> LeaveOneOut.of(tastes, 1));
  }

  private static Tastes tastes(List<Interaction> all) {
    Map<String, Item> items = new HashMap<>();
    all.forEach(
        each ->
            items.put(
                each.item(),
                new Item(
                    each.item(), each.item(), "somebody", Optional.empty(), Optional.empty())));
    return Tastes.of(all, items, Map.of());
  }

  private static Interaction taken(String user, String item, long second) {
    return new Interaction(user, item, Optional.of(Instant.ofEpochSecond(second)));
  }

  private static Interaction untimed(String user) {
    return new Interaction(user, "one", Optional.empty());
  }

  private static String id(LeaveOneOut split, int item) {
    return split.items().get(item).id();
  }

  private static List<String> learned(LeaveOneOut split, int user) {
    return IntStream.of(split.learned(user)).mapToObj(item -> id(split, item)).toList();
  }
}
