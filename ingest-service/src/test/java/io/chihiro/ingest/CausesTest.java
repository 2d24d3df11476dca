package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Since;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CausesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Causes BOTH =
      Causes.of(Since.PHOTO, NOON).with(Causes.of(Since.PLAY, NOON.plusSeconds(3)));

  @Test
  void theEarlierOfTwoCountsAndKindsDoNotMix() {
    Causes later = Causes.of(Since.PLAY, NOON.plusSeconds(9));

    assertEquals(BOTH, BOTH.with(later));
    assertEquals(BOTH, later.with(BOTH));
    assertEquals(BOTH, BOTH.with(Causes.NONE));
  }

  @Test
  void aStoreGivesBackWhatItKept() {
    assertEquals(BOTH, Causes.parse(BOTH.stored()));
    assertEquals(Causes.NONE, Causes.parse(Causes.NONE.stored()));
    assertEquals(Causes.NONE, Causes.parse(""));
  }

  @Test
  void theyTravelAsHeaders() {
    assertEquals(Optional.of(NOON), Since.PHOTO.of(BOTH.headers()));
    assertEquals(Optional.of(NOON.plusSeconds(3)), Since.PLAY.of(BOTH.headers()));
    assertEquals(Causes.of(Since.PHOTO, NOON), Causes.ofText(BOTH.headers()));
  }
}
