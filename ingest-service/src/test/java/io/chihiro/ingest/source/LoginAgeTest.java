package io.chihiro.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.ingest.source.LoginAge.Warning;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginAgeTest {
  private final LoginAge age = new LoginAge(Instant.parse("2026-06-01T08:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-06-01T08:00:00Z, NONE, 0, 183",
    "2026-11-01T07:59:59Z, NONE, 152, 30",
    "2026-11-01T08:00:00Z, SOON, 153, 30",
    "2026-11-24T07:59:59Z, SOON, 175, 7",
    "2026-11-24T08:00:00Z, URGENT, 176, 7",
    "2026-12-01T07:59:59Z, URGENT, 182, 0",
    "2026-12-01T08:00:00Z, ENDED, 183, 0",
    "2027-12-01T08:00:00Z, ENDED, 548, 0",
  })
  void itWarnsThirtyAndSevenDaysBeforeItEnds(
      Instant now, Warning warning, long days, long daysLeft) {
    assertEquals(warning, age.warning(now));
    assertEquals(days, age.days(now));
    assertEquals(daysLeft, age.daysLeft(now));
  }
}
