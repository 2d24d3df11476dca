package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Moment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MomentsTopologyTest extends DrivenTopology {
  @Test
  void threePlaysAndATextMakeAMoment() {
    play("1", SEA, NOON);
    play("2", SEA, NOON.plusSeconds(300));
    play("3", SEA, NOON.plusSeconds(600));
    write("a", "2024-03-05", "We swam until it was dark.");

    Moment moment = moment("owner/2024-03-05");

    assertEquals("We swam until it was dark.", moment.text());
    assertEquals(List.of(new Moment.SongPlays(SEA, 3, Optional.of("spotify:1"))), moment.songs());
  }

  @Test
  void twoPlaysAreNotEnoughForASong() {
    play("1", SEA, NOON);
    play("2", SEA, NOON.plusSeconds(300));
    write("a", "2024-03-05", "A day.");

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void theNumberOfPlaysIsASetting() {
    driver.close();
    start("UTC", 1);
    play("1", SEA, NOON);
    write("a", "2024-03-05", "A day.");

    assertEquals(1, moment("owner/2024-03-05").songs().size());
  }

  @Test
  void aDayWithoutTextIsNoMoment() {
    thrice(SEA, NOON);

    assertEquals(Map.of(), latest());
  }

  @Test
  void playsBelowThirtySecondsDoNotCount() {
    write("a", "2024-03-05", "A day.");
    for (int i = 0; i < 5; i++) {
      send(played("owner", "short" + i, SEA, NOON.plusSeconds(i), 29_999));
    }

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void entriesOfOneDayAreJoinedInTheOrderOfWriting() {
    send(entry("z", "2024-03-05", "Morning.", Status.DRAFT, time("2024-03-05T08:00:00")));
    send(entry("a", "2024-03-05", "Evening.", Status.DRAFT, time("2024-03-05T20:00:00")));

    assertEquals("Morning.\n\nEvening.", moment("owner/2024-03-05").text());
  }

  @Test
  void theSameTextTwiceIsToldOnce() {
    write("a", "2024-03-05", "A day.");
    write("b", "2024-03-05", "A day.\n");

    assertEquals("A day.", moment("owner/2024-03-05").text());
  }

  @Test
  void aPlayAfterMidnightInTaipeiBelongsToTheNewDayThere() {
    driver.close();
    start("Asia/Taipei", 3);
    write("a", "2024-03-06", "Could not sleep.");
    thrice(SEA, Instant.parse("2024-03-05T16:10:00Z"));

    assertEquals(3, playsOn("owner/2024-03-06"));
  }

  @Test
  void oneUserNeverMeetsAnother() {
    write("a", "2024-03-05", "A day.");
    for (int i = 0; i < 3; i++) {
      send(played("other", "p" + i, SEA, NOON.plusSeconds(i), 60_000));
    }

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void anUnreadableRecordIsKeptAndTheStreamGoesOn() {
    plays.pipeInput("owner/bad", "{\"user\":".getBytes(StandardCharsets.UTF_8));
    write("a", "2024-03-05", "A day.");

    assertFalse(latest().isEmpty());
    assertEquals(1, rejected.size());
    assertEquals("owner/bad", rejected.getFirst().key());
  }

  @Test
  void aFloodIsComposedOnceASecondAllTheSame() {
    write("a", "2024-03-05", "A day.");
    for (int round = 0; round < 11; round++) {
      play("p" + round, SEA, NOON.plusSeconds(round));
      driver.advanceWallClockTime(Duration.ofMillis(100));
    }

    assertEquals(1, moments.readKeyValuesToList().size());
  }

  @Test
  void aDayWaitsUntilTheRoundAfterItsMomentWasSent() {
    write("a", "2024-03-05", "A day.");
    assertEquals(1, touched.waiting());

    driver.advanceWallClockTime(Duration.ofMillis(100));
    assertTrue(moments.isEmpty(), "more may come at once");

    driver.advanceWallClockTime(Duration.ofMillis(100));
    assertFalse(moments.isEmpty());
    assertEquals(1, touched.waiting(), "sent, not yet known to be safe");

    driver.advanceWallClockTime(Duration.ofMillis(100));
    assertEquals(0, touched.waiting());
  }
}
