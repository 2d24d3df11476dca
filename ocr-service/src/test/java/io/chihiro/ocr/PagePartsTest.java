package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePartsTest {
  @Test
  void aPageOfOneDayIsOneEntry() {
    assertParts("Tuesday 5 March 2024\nRain.\nMore rain.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6 March 2024",
        "Wed 6 March 2024",
        "Wednesday, 6 March",
        "6 March",
        "March 6th, 2024. Sun at last, and a long walk along the water.",
        "6.3.24 – Sun at last and a long walk along the water.",
        "Mi, 6.3.",
        "Lisbon, 6 March 2024",
        "Wednesday\n6 March 2024",
        "6 de marzo de 2024",
        "Mercredi 6 mars"
      })
  void theNextDayOnThePageIsTheNextEntry(String heading) {
    assertParts("Tuesday 5 March 2024\nRain all day.", heading + "\nSun all day.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6 March 2024 was the day we met again.",
        "On 6 March 2024",
        "Until 6 March 2019 we knew nothing of one another.",
        "3/4 of it",
        "4.30",
        "page 3 of 12",
        "6 may have gone by then",
        "5 March 2024",
      })
  void whatIsNoHeadingDividesNothing(String line) {
    assertParts("Tuesday 5 March 2024\nRain all day.\n" + line + "\nand so to bed.");
  }

  @Test
  void aDateThatALineBreakPutInFrontIsPartOfItsSentence() {
    assertParts(
        "Tuesday 5 March 2024\nThe letter says that they will come for us on or after the\n"
            + "6 March 2024\nand that we shall have to be ready by then.");
  }

  @Test
  void whatStandsAboveTheFirstDateIsTheEndOfAnotherDay() {
    assertParts("and then we went home and slept for twelve hours.", "6 March 2024\nSun, at last.");
  }

  @Test
  void aTitleAboveTheFirstDateStaysWithIt() {
    assertParts("Anna's journal\n6 March 2024\nSun, at last.");
  }

  @Test
  void threeDaysAreThreeEntries() {
    assertParts("5 March\nRain.", "6 March\nSunny.", "7 March\nWind.");
  }

  @Test
  void aDayOfWhichOnlyTheDateFitsOnThePageIsAnEntryThatGoesOn() {
    assertParts("5 March 2024\nRain.", "6 March 2024");
  }

  @Test
  void theLinesOfAPageAreAllKept() {
    String text = "5 March\n\nRain.\n\n6 March\n\nSunny.\n";
    assertEquals(List.of("5 March\n\nRain.", "6 March\n\nSunny."), PageParts.of(text));
  }

  private static void assertParts(String... parts) {
    assertEquals(List.of(parts), PageParts.of(String.join("\n", parts)));
  }
}
