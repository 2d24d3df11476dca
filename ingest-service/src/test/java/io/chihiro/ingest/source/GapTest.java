package io.chihiro.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapTest {
  private static final Instant NOW = Instant.parse("2026-06-10T00:00:00Z");

  private final Gap gap = new Gap(day(2), day(5), day(6), Optional.empty());

  @Test
  void anExportThatCoversItClosesItOnce() {
    Gap closed = gap.closedBy(day(1), day(9), NOW);

    assertFalse(closed.open());
    assertEquals(Optional.of(NOW), closed.closedAt());
    assertEquals(closed, closed.closedBy(day(1), day(9), NOW.plusSeconds(1)));
  }

  @Test
  void anExportThatEndsInItOrBeginsInItLeavesItOpen() {
    assertTrue(gap.closedBy(day(1), day(4), NOW).open());
    assertTrue(gap.closedBy(day(3), day(9), NOW).open());
  }

  @Test
  void aListThatReachesOverItsEndMakesItShorter() {
    assertEquals(day(3), gap.narrowedBy(day(3), day(6)).to());
    assertEquals(day(5), gap.narrowedBy(day(3), day(4)).to(), "it does not reach the end");
    assertEquals(day(5), gap.narrowedBy(day(1), day(6)).to(), "it knows both ends");
  }

  @Test
  void aGapEndsAfterItBegins() {
    assertThrows(
        IllegalArgumentException.class, () -> new Gap(day(2), day(2), NOW, Optional.empty()));
  }

  private static Instant day(int day) {
    return Instant.parse("2026-06-0" + day + "T00:00:00Z");
  }
}
