package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.Moment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whatever is corrected or deleted flows through to the moment.
class MomentsCorrectedTest extends DrivenTopology {
  @Test
  void hearingOfTheSamePlayAgainChangesNothing() {
    write("a", "2024-03-05", "A day.");
    thrice(SEA, NOON);
    assertEquals(3, playsOn("owner/2024-03-05"));

    thrice(SEA, NOON);

    assertTrue(settled().isEmpty(), "nothing is sent again");
  }

  @Test
  void aDeletedPlayIsTakenBack() {
    write("a", "2024-03-05", "A day.");
    thrice(SEA, NOON);
    assertEquals(3, playsOn("owner/2024-03-05"));

    plays.pipeInput("owner/p1", null);

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void aPlayThatBecameTooShortIsTakenBack() {
    write("a", "2024-03-05", "A day.");
    thrice(SEA, NOON);
    assertEquals(3, playsOn("owner/2024-03-05"));

    send(played("owner", "p1", SEA, NOON, 1000));

    assertEquals(List.of(), moment("owner/2024-03-05").songs());
  }

  @Test
  void aCorrectedDateMovesTheMoment() {
    thrice(SEA, NOON);
    write("a", "2024-03-05", "A day.");
    assertEquals(3, playsOn("owner/2024-03-05"));

    write("a", "2024-03-06", "A day.");

    Map<String, Optional<Moment>> after = settled();
    assertTrue(after.containsKey("owner/2024-03-05"));
    assertEquals(Optional.empty(), after.get("owner/2024-03-05"), "the old day is taken back");
    assertEquals(
        Optional.of("A day."),
        after.getOrDefault("owner/2024-03-06", Optional.empty()).map(Moment::text));
  }

  @Test
  void aCorrectedTextChangesTheMoment() {
    write("a", "2024-03-05", "A dog.");
    assertEquals("A dog.", moment("owner/2024-03-05").text());

    write("a", "2024-03-05", "A day.");

    assertEquals("A day.", moment("owner/2024-03-05").text());
  }

  @Test
  void aDeletedEntryTakesItsMomentAlong() {
    write("a", "2024-03-05", "A day.");
    assertFalse(latest().isEmpty());

    entries.pipeInput("owner/a", null);

    Map<String, Optional<Moment>> after = settled();
    assertTrue(after.containsKey("owner/2024-03-05"));
    assertEquals(Optional.empty(), after.get("owner/2024-03-05"));
  }

  @Test
  void aPrivateEntryIsNoMoment() {
    write("a", "2024-03-05", "A day.");
    assertFalse(latest().isEmpty());

    send(entry("a", "2024-03-05", "A day.", Status.PRIVATE, Optional.empty()));

    assertEquals(Optional.empty(), settled().get("owner/2024-03-05"));
  }

  @Test
  void anUndatedEntryWaits() {
    EntryRead undated =
        new EntryRead(
            "owner",
            "a",
            Optional.empty(),
            DateSource.NONE,
            Confidence.NONE,
            "Some day.",
            "paddle",
            Confidence.NONE,
            Status.DRAFT,
            Optional.empty(),
            Optional.empty());
    send(undated);

    assertEquals(Map.of(), latest());
  }
}
