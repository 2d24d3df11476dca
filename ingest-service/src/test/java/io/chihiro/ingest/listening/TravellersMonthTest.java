package io.chihiro.ingest.listening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// A month in Taipei, with ten days in Tokyo and a week in Bucharest that nobody wrote down.
class TravellersMonthTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
  private static final int DAYS = 31;

  /// A play of a local day that is known.
  private record Known(Instant end, String country, LocalDate day) {}

  private final List<Known> plays = month();

  @Test
  void everyPlayLandsOnTheDayThatIsKnown(TestReporter reporter) {
    LocalDays home = LocalDays.parse("Asia/Taipei");

    long wrong =
        plays.stream()
            .filter(
                play ->
                    !home.of(play.end(), Optional.of(play.country()), LocalDays.PhotoOffsets.NONE)
                        .equals(play.day()))
            .count();

    reporter.publishEntry(
        "%d of %d plays on a wrong day; by UTC %.1f %%, by the zone at home %.1f %%"
            .formatted(wrong, plays.size(), wrongBy("UTC"), wrongBy("Asia/Taipei")));
    assertEquals(0, wrong);
    assertTrue(wrongBy("UTC") > 10, "the month is one in which the rule matters");
  }

  @Test
  void aTimelineThatNamesTheJourneyNeedsNoCountry() {
    LocalDays said =
        LocalDays.parse(
            "Asia/Taipei,2024-10-09:Asia/Tokyo,2024-10-19:Europe/Bucharest,2024-10-26:Asia/Taipei");

    assertTrue(plays.stream().allMatch(play -> said.of(play.end()).equals(play.day())));
  }

  @Test
  void aNightMayBelongToTheDayBefore() {
    LocalDays late = LocalDays.parse("Asia/Taipei").endingAt(LocalTime.of(4, 0));

    assertEquals(LocalDate.of(2024, 10, 1), late.of(Instant.parse("2024-10-01T19:59:59Z")));
    assertEquals(LocalDate.of(2024, 10, 2), late.of(Instant.parse("2024-10-01T20:00:00Z")));
  }

  @Test
  void aCountryOfSeveralZonesIsBelievedWhereAPhotoAgrees() {
    LocalDays home = LocalDays.parse("Europe/Lisbon");
    Instant night = Instant.parse("2024-10-05T02:00:00Z");
    Optional<String> america = Optional.of("US");

    assertEquals(LocalDate.of(2024, 10, 5), home.of(night, america, LocalDays.PhotoOffsets.NONE));
    assertEquals(
        LocalDate.of(2024, 10, 4),
        home.of(night, america, _ -> Optional.of(ZoneOffset.ofHours(-7))));
    assertEquals(
        LocalDate.of(2024, 10, 5),
        home.of(night, america, _ -> Optional.of(ZoneOffset.ofHours(-3))),
        "a photo that agrees with no zone of the country is not believed");
  }

  @Test
  void journeysAreFollowedOnlyIfTheyMayBe() {
    Instant night = Instant.parse("2024-10-05T20:00:00Z");
    LocalDays home = LocalDays.parse("Europe/Lisbon");

    assertEquals(
        LocalDate.of(2024, 10, 6), home.of(night, Optional.of("JP"), LocalDays.PhotoOffsets.NONE));
    assertEquals(
        LocalDate.of(2024, 10, 5),
        home.following(false).of(night, Optional.of("JP"), LocalDays.PhotoOffsets.NONE));
    assertEquals(
        LocalDate.of(2024, 10, 5), home.of(night, Optional.of("ZZ"), LocalDays.PhotoOffsets.NONE));
  }

  private double wrongBy(String zone) {
    ZoneId id = ZoneId.of(zone);
    long wrong =
        plays.stream()
            .filter(play -> !LocalDate.ofInstant(play.end(), id).equals(play.day()))
            .count();
    return 100.0 * wrong / plays.size();
  }

  private static List<Known> month() {
    Random random = new Random(31);
    List<Known> plays = new ArrayList<>();
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = FIRST.plusDays(i);
      String country = i < 8 ? "TW" : i < 18 ? "JP" : i < 25 ? "RO" : "TW";
      for (int each = 0; each < 60; each++) {
        // Who flies east loses an evening.
        int hours = i == 7 || i == 24 ? 18 : 24;
        LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(hours * 60 * 60));
        plays.add(new Known(day.atTime(time).atZone(zone(country)).toInstant(), country, day));
      }
    }
    return plays;
  }

  private static ZoneId zone(String country) {
    return switch (country) {
      case "TW" -> ZoneId.of("Asia/Taipei");
      case "JP" -> ZoneId.of("Asia/Tokyo");
      default -> ZoneId.of("Europe/Bucharest");
    };
  }
}
