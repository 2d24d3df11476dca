package io.chihiro.models.evaluation;

import static io.chihiro.models.evaluation.Lives.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.evaluation.Eras.Era;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueriesTest {
  private static final Life LIFE = Lives.of(20, 1);
  private static final Split SPLIT = Split.heldOutDays(LIFE.days(), 1);

  @Test
  void everyHeldOutDayIsAskedWholeAndSentenceBySentence() {
    List<Query> queries = Queries.of(LIFE, SPLIT, 1);

    assertEquals(SPLIT.heldOut().size(), of(Kind.DAY, queries).size());
    assertEquals(2 * SPLIT.heldOut().size(), of(Kind.SENTENCE, queries).size());
    assertEquals(LIFE.moods().size(), of(Kind.MOOD, queries).size());
    assertTrue(
        of(Kind.SENTENCE, queries).stream()
            .noneMatch(query -> query.question().text().contains("Jonas")));
  }

  @Test
  void onlyWhatCanBeFoundIsRight() {
    Split split =
        new Split(
            "by hand",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(day(1, "both", "sea", "gone"), day(2, "neither", "gone")),
            List.of(day(0, "known", "sea")),
            List.of());
    Life life = Life.of(List.of(day(0, "known", "sea"), day(2, "last")), List.of());

    List<Query> days = of(Kind.DAY, Queries.of(life, split, 1));

    assertEquals(List.of(Set.of("sea")), days.stream().map(Query::right).toList());
  }

  @Test
  void aHeldOutDayDoesNotTellWhenItWasUnlessItCameLast() {
    Query among = Queries.of(LIFE, SPLIT, 1).getFirst();
    Split replay = Split.replay(LIFE.days(), Lives.FIRST.plusDays(40), 1);
    Query after = Queries.of(LIFE, replay, 1).getFirst();

    assertEquals(LIFE.days().getLast().date(), among.question().now());
    assertEquals(Lives.FIRST.plusDays(40), after.question().now());
  }

  @Test
  void namesAreMaskedWhereverTheyStand() {
    Names names = Names.of(List.of("I met Ana in Lisbon. Ana laughed. The sea was calm; the Sea!"));

    assertEquals("… laughed.", names.masked("Ana laughed."));
    assertEquals("The train to … left.", names.masked("The train to Porto left."));
    assertEquals("We saw … at the sea.", names.masked("We saw Maria Silva at the sea."));
  }

  @Test
  void whatOnlyBeginsASentenceOrSpeaksOfMeIsNoName() {
    Names names =
        Names.of(List.of("Rain again. I think I'm tired. \"Yes,\" she said. Why? Who knows."));

    String text = "Rain again. And I think I'm tired. \"Stay,\" she said. Why? Who knows.";
    assertEquals(text, names.masked(text));
  }

  @Test
  void aSongBelongsToTheEraOfMostOfItsPlays() {
    Eras eras =
        new Eras(
            List.of(new Era("later", Lives.FIRST.plusDays(10)), new Era("first", Lives.FIRST)));

    assertEquals("first", eras.of(Lives.FIRST.minusDays(1)));
    assertEquals("later", eras.of(Lives.FIRST.plusDays(10)));
    assertEquals(
        Map.of("first", Set.of("sea"), "later", Set.of("rain")),
        eras.songs(
            List.of(
                day(0, "a", "sea", "always"),
                day(1, "b", "sea"),
                day(11, "c", "sea", "rain", "always"))));
  }

  @Test
  void aLifeWithoutNamedErasIsCutIntoTwelveBlocks() {
    Life life = Life.of(LIFE.days(), List.of());

    assertEquals(12, life.eras().all().size());
    assertEquals(Lives.FIRST, life.eras().all().getFirst().begins());
    assertEquals(Lives.FIRST.plusDays(55), life.eras().all().getLast().begins());
  }

  private static List<Query> of(Kind kind, List<Query> queries) {
    return queries.stream().filter(query -> query.kind() == kind).toList();
  }
}
