package io.chihiro.ingest.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
  private final LocalDays moved =
      LocalDays.parse("Europe/Lisbon, 2025-03-01:Asia/Tokyo, 2025-05-20:Europe/Lisbon");

  @Test
  void zonesAreWrittenAsTheyAreRead() {
    String written = "Europe/Lisbon,2025-03-01:Asia/Tokyo";
    assertEquals(written, LocalDays.parse(written).written());
  }

  @Test
  void beforeTheMoveTheOldZoneHolds() {
    assertEquals(LocalDate.parse("2025-02-27"), moved.of(Instant.parse("2025-02-27T23:30:00Z")));
  }

  @Test
  void afterTheMoveMidnightIsTokyos() {
    assertEquals(LocalDate.parse("2025-03-02"), moved.of(Instant.parse("2025-03-01T15:30:00Z")));
  }

  @Test
  void afterComingBackSummerTimeHolds() {
    assertEquals(LocalDate.parse("2025-06-02"), moved.of(Instant.parse("2025-06-01T23:30:00Z")));
  }

  @Test
  void aWrongPartIsNamed() {
    var problem =
        assertThrows(IllegalArgumentException.class, () -> LocalDays.parse("UTC,2025-13-01:UTC"));

    assertTrue(String.valueOf(problem.getMessage()).contains("2025-13-01:UTC"));
  }

  @Test
  void aTimelineWithoutABeginningIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> LocalDays.parse("2025-03-01:Asia/Tokyo"));
  }
}
