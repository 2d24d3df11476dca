package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.moment;
import static io.chihiro.recommend.index.DayRecords.song;
import static io.chihiro.recommend.index.DayRecords.takenBack;
import static io.chihiro.recommend.index.DayRecords.vectors;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.recommend.index.DayChange.Half;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeTest {
  private static final String TEXT = "A quiet day.";
  private static final String EDITED = "A quiet day, in the end.";

  private final Life life = Life.of(List.of());

  @Test
  void aDayIsAskedOnceBothItsHalvesAreThere() {
    life.apply(moment("owner", DAY, TEXT));
    assertEquals(List.of(), life.days());

    life.apply(vectors("owner", DAY, TEXT));
    assertEquals(List.of(DAY), asked());
  }

  @Test
  void theVectorsMayComeFirst() {
    life.apply(vectors("owner", DAY, TEXT));
    life.apply(moment("owner", DAY, TEXT));

    assertEquals(List.of(DAY), asked());
  }

  @Test
  void anEditedDayWaitsUntilItsVectorsBelongToItsText() {
    life.apply(moment("owner", DAY, TEXT));
    life.apply(vectors("owner", DAY, TEXT));

    life.apply(moment("owner", DAY, EDITED));
    assertEquals(List.of(), life.days());
    assertEquals(1, life.moments().size());

    life.apply(vectors("owner", DAY, EDITED));
    assertEquals(EDITED, life.days().getFirst().moment().text());
  }

  @Test
  void newSongsOfAnOldTextNeedNoNewVectors() {
    life.apply(moment("owner", DAY, TEXT));
    life.apply(vectors("owner", DAY, TEXT));
    life.apply(moment("owner", DAY, TEXT, song("Salt Water", 3)));

    assertEquals(1, life.days().getFirst().songs().size());
  }

  @Test
  void aDayTakenBackIsGone() {
    life.apply(moment("owner", DAY, TEXT));
    life.apply(vectors("owner", DAY, TEXT));
    life.apply(takenBack(Half.MOMENT, "owner", DAY));

    assertEquals(List.of(), life.days());
    assertEquals(List.of(), life.moments());
  }

  @Test
  void aDayWhoseVectorsAreTakenBackWaits() {
    life.apply(moment("owner", DAY, TEXT));
    life.apply(vectors("owner", DAY, TEXT));
    life.apply(takenBack(Half.VECTORS, "owner", DAY));

    assertEquals(List.of(), life.days());
    assertEquals(1, life.moments().size());
  }

  @Test
  void daysComeOldestFirst() {
    for (int i : List.of(2, 0, 1)) {
      LocalDate date = DAY.plusDays(i);
      life.apply(moment("owner", date, TEXT));
      life.apply(vectors("owner", date, TEXT));
    }

    assertEquals(List.of(DAY, DAY.plusDays(1), DAY.plusDays(2)), asked());
  }

  private List<LocalDate> asked() {
    return life.days().stream().map(IndexedDay::date).toList();
  }
}
