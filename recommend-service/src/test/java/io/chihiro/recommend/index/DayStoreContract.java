package io.chihiro.recommend.index;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.moment;
import static io.chihiro.recommend.index.DayRecords.song;
import static io.chihiro.recommend.index.DayRecords.takenBack;
import static io.chihiro.recommend.index.DayRecords.vectors;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.recommend.index.DayChange.Half;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What every store of days does, whatever it is made of.
abstract class DayStoreContract {
  /// The store, empty at the beginning of each test.
  abstract DayStore store();

  @Test
  void anEmptyStoreIsFilledFromTheBeginning() {
    assertEquals(Map.of(), store().positions());
    assertEquals(Map.of(), loaded("owner"));
  }

  @Test
  void bothHalvesOfADayComeBackAsTheyTravelled() {
    DayChange moment = moment("owner", DAY, "A quiet day.", song("Salt Water", 3));
    DayChange vectors = vectors("owner", DAY, "A quiet day.");
    store().apply(List.of(moment, vectors), Map.of());

    var loaded = loaded("owner");
    assertEquals(2, loaded.size());
    assertSame(moment, loaded);
    assertSame(vectors, loaded);
  }

  @Test
  void aLaterRecordReplacesTheEarlierOneOfItsDay() {
    DayChange later = moment("owner", DAY, "A quiet day, in the end.");
    store().apply(List.of(moment("owner", DAY, "A quiet day.")), Map.of());
    store().apply(List.of(later), Map.of());

    assertEquals(1, loaded("owner").size());
    assertSame(later, loaded("owner"));
  }

  @Test
  void withinABatchTheLastOneWins() {
    DayChange last = moment("owner", DAY, "Third.");
    store()
        .apply(
            List.of(moment("owner", DAY, "First."), takenBack(Half.MOMENT, "owner", DAY), last),
            Map.of());

    assertSame(last, loaded("owner"));
  }

  @Test
  void whatIsTakenBackIsGoneAndItsOtherHalfIsNot() {
    DayChange vectors = vectors("owner", DAY, "A quiet day.");
    store().apply(List.of(moment("owner", DAY, "A quiet day."), vectors), Map.of());
    store().apply(List.of(takenBack(Half.MOMENT, "owner", DAY)), Map.of());

    assertEquals(1, loaded("owner").size());
    assertSame(vectors, loaded("owner"));
  }

  @Test
  void takingBackWhatIsNotThereChangesNothing() {
    store().apply(List.of(takenBack(Half.VECTORS, "owner", DAY)), Map.of());

    assertEquals(Map.of(), loaded("owner"));
  }

  @Test
  void nobodySeesTheDaysOfAnother() {
    store()
        .apply(
            List.of(moment("anna", DAY, "Hers."), moment("annabel", DAY, "Not hers.")), Map.of());

    assertEquals(1, loaded("anna").size());
    assertSame(moment("anna", DAY, "Hers."), loaded("anna"));
    assertEquals(Map.of(), loaded("ann"));
  }

  @Test
  void theSameBatchAgainChangesNothing() {
    List<DayChange> batch =
        List.of(moment("owner", DAY, "A quiet day."), vectors("owner", DAY, "A quiet day."));
    Map<String, Long> reached = Map.of("moments-0", 1L, "vectors-0", 1L);
    store().apply(batch, reached);
    store().apply(batch, reached);

    assertEquals(2, loaded("owner").size());
    assertEquals(reached, store().positions());
  }

  @Test
  void positionsMoveOnEachByItself() {
    store().apply(List.of(), Map.of("moments-0", 5L, "moments-1", 7L));
    store().apply(List.of(), Map.of("moments-0", 6L));

    assertEquals(Map.of("moments-0", 6L, "moments-1", 7L), store().positions());
  }

  @Test
  void theVectorsOfEveryVersionAreKeptApart() {
    DayChange base = vectors("owner", DAY, "A quiet day.");
    DayChange fitted = vectors("owner", DAY, "A quiet day.", "2");
    store().apply(List.of(base, fitted), Map.of());

    assertEquals(1, store().vectors("owner", "2").size());
    assertSame(base, loaded("owner"));
    assertSame(fitted, byKey(store().vectors("owner", "2")));
    assertEquals(List.of(), store().vectors("owner", "1"));
  }

  @Test
  void aVersionThatIsTakenBackLeavesTheOthers() {
    DayChange base = vectors("owner", DAY, "A quiet day.");
    DayChange fitted = vectors("owner", DAY, "A quiet day.", "2");
    store().apply(List.of(base, fitted), Map.of());
    store().apply(List.of(new DayChange(Half.VECTORS, fitted.key(), Optional.empty())), Map.of());

    assertEquals(List.of(), store().vectors("owner", "2"));
    assertSame(base, loaded("owner"));
  }

  private SortedMap<String, byte[]> loaded(String user) {
    SortedMap<String, byte[]> loaded = byKey(store().moments(user));
    loaded.putAll(byKey(store().vectors(user, SentenceEncoder.VERSION)));
    return loaded;
  }

  private static SortedMap<String, byte[]> byKey(List<DayChange> changes) {
    SortedMap<String, byte[]> loaded = new TreeMap<>();
    changes.forEach(
        change ->
            loaded.put(change.half() + " " + change.key(), change.bytes().orElse(new byte[0])));
    return loaded;
  }

  private static void assertSame(DayChange expected, Map<String, byte[]> loaded) {
    assertArrayEquals(
        expected.bytes().orElseThrow(), loaded.get(expected.half() + " " + expected.key()));
  }
}
