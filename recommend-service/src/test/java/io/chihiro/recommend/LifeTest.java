package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.moment;
import static io.chihiro.recommend.index.DayRecords.song;
import static io.chihiro.recommend.index.DayRecords.takenBack;
import static io.chihiro.recommend.index.DayRecords.vectors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.SentenceEncoder;
import io.chihiro.recommend.index.DayChange.Half;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifeTest {
  private static final String BASE = SentenceEncoder.VERSION;
  private static final String TEXT = "A quiet day.";
  private static final Instant NOW = Instant.parse("2026-11-22T06:30:15Z");
  private static final String EDITED = "A quiet day, in the end.";

  private final Life life = life();

  private static Life life() {
    Life life = Life.of(List.of());
    life.hold(BASE, List.of());
    return life;
  }

  @Test
  void aDayIsAskedOnceBothItsHalvesAreThere() {
    life.apply(moment("owner", DAY, TEXT));
    assertEquals(List.of(), days());

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
    assertEquals(List.of(), days());
    assertEquals(1, life.moments().size());

    life.apply(vectors("owner", DAY, EDITED));
    assertEquals(EDITED, days().getFirst().moment().text());
  }

  @Test
  void newSongsOfAnOldTextNeedNoNewVectors() {
    life.apply(moment("owner", DAY, TEXT));
    life.apply(vectors("owner", DAY, TEXT));
    life.apply(moment("owner", DAY, TEXT, song("Salt Water", 3)));

    assertEquals(1, days().getFirst().songs().songs().size());
  }

  @Test
  void aDayTakenBackIsGone() {
    life.apply(moment("owner", DAY, TEXT));
    life.apply(vectors("owner", DAY, TEXT));
    life.apply(takenBack(Half.MOMENT, "owner", DAY));

    assertEquals(List.of(), days());
    assertEquals(List.of(), life.moments());
  }

  @Test
  void aDayWhoseVectorsAreTakenBackWaits() {
    life.apply(moment("owner", DAY, TEXT));
    life.apply(vectors("owner", DAY, TEXT));
    life.apply(takenBack(Half.VECTORS, "owner", DAY));

    assertEquals(List.of(), days());
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

  @Test
  void aVersionAnswersFromTheMomentOnThatItHasEveryDay() {
    wholeDay(DAY, BASE);
    wholeDay(DAY.plusDays(1), BASE);
    assertEquals(Optional.of(BASE), life.choose("", List.of("2", BASE)));

    life.hold("2", List.of(vectors("owner", DAY, TEXT, "2")));
    assertEquals(Optional.of(BASE), life.choose("", List.of("2", BASE)));

    life.apply(vectors("owner", DAY.plusDays(1), TEXT, "2"));
    assertEquals(Optional.of("2"), life.choose("", List.of("2", BASE)));
  }

  @Test
  void aVersionOnceChosenStaysWhenADayComesToTheOtherFirst() {
    wholeDay(DAY, BASE);
    life.hold("2", List.of(vectors("owner", DAY, TEXT, "2")));
    assertEquals(Optional.of("2"), life.choose("", List.of("2", BASE)));

    wholeDay(DAY.plusDays(1), BASE);
    assertEquals(Optional.of("2"), life.choose("", List.of("2", BASE)));
  }

  @Test
  void aDayThatWaitsForItsVectorsUnderBothHoldsNothingUp() {
    wholeDay(DAY, BASE);
    assertEquals(Optional.of(BASE), life.choose("", List.of(BASE)));
    life.apply(moment("owner", DAY.plusDays(1), TEXT));
    life.hold("2", List.of(vectors("owner", DAY, TEXT, "2")));

    assertEquals(Optional.of("2"), life.choose("", List.of("2", BASE)));
  }

  @Test
  void aRollbackIsTakenAtOnce() {
    wholeDay(DAY, BASE);
    life.hold("2", List.of(vectors("owner", DAY, TEXT, "2")));
    life.hold("1", List.of(vectors("owner", DAY, TEXT, "1")));
    assertEquals(Optional.of("2"), life.choose("", List.of("2", "1", BASE)));

    assertEquals(Optional.of("1"), life.choose("", List.of("1", "2", BASE)));
  }

  @Test
  void whoeverNamesAModelIsAnsweredApartFromWhoNamesNone() {
    wholeDay(DAY, BASE);
    life.hold("7", List.of(vectors("owner", DAY, TEXT, "7")));

    assertEquals(Optional.of("7"), life.choose("vae", List.of("7")));
    assertEquals(Optional.of(BASE), life.choose("", List.of(BASE)));
    assertEquals(Optional.empty(), life.choose("sbert", List.of("9")));
  }

  @Test
  void versionsThatNobodyNeedsOrAsksAreLetGo() {
    wholeDay(DAY, BASE);
    life.hold("1", List.of(vectors("owner", DAY, TEXT, "1")));
    life.hold("2", List.of(vectors("owner", DAY, TEXT, "2")));
    life.ask("1", NOW);

    life.letGo(Set.of(BASE), NOW);
    assertTrue(life.holds(BASE));
    assertTrue(life.holds("1"));
    assertFalse(life.holds("2"));

    life.letGo(Set.of(BASE), NOW.plusSeconds(1));
    assertFalse(life.holds("1"));
  }

  @Test
  void theWordsAreCountedAgainAfterADayHasChanged() {
    life.apply(moment("owner", DAY, "Rain at the harbour.", song("Salt Water", 3)));
    assertEquals(1, life.counted().days().size());

    life.apply(moment("owner", DAY.plusDays(1), "A letter came.", song("Night Bus", 3)));
    DayFits fits = life.counted().fits("a letter", 20);
    assertEquals(2, life.counted().days().size());
    assertTrue(fits.similarity(1) > fits.similarity(0));
    assertEquals("A letter came.", fits.excerpt(1));
  }

  private void wholeDay(LocalDate date, String version) {
    life.apply(moment("owner", date, TEXT));
    life.apply(vectors("owner", date, TEXT, version));
  }

  private List<IndexedDay> days() {
    return life.days(BASE).days();
  }

  private List<LocalDate> asked() {
    return days().stream().map(IndexedDay::date).toList();
  }
}
