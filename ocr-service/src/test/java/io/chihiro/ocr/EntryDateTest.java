package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ocr.DateFinding.Proposed;
import io.chihiro.ocr.DateFinding.Unknown;
import io.chihiro.ocr.DateFinding.Written;
import io.chihiro.ocr.DateFinding.YearSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The photo of every page here was taken on 20 November 2024; today is 22 November 2026.
class EntryDateTest {
  private static final LocalDate CAPTURED = LocalDate.of(2024, 11, 20);
  private static final LocalDate LATEST = LocalDate.of(2026, 11, 23);
  private static final DateHints HINTS =
      new DateHints(DayOrder.DAY_FIRST, Optional.of(CAPTURED), LATEST);
  private static final DateHints NO_PHOTO =
      new DateHints(DayOrder.DAY_FIRST, Optional.empty(), LATEST);

  @Test
  void aDateBelowTheFirstLinesBelongsToTheStory() {
    String text = "one\ntwo\nthree\nfour\nfive\n5 March 2024";
    assertInstanceOf(Proposed.class, EntryDate.find(text, HINTS));
  }

  @Test
  void aDateOnTheThirdLineIsTakenWithALittleLessConfidence() {
    double third = sureness("Rain.\nRain.\n5 March 2024");
    assertTrue(third > 0.7 && third < sureness("5 March 2024"));
  }

  @Test
  void aYearOnALineOfItsOwnBelongsToTheDayAbove() {
    assertEquals(LocalDate.of(2019, 3, 5), written("5 March\n2019\nRain.", HINTS).date());
  }

  @Test
  void aWeekdayOnALineOfItsOwnBelongsToTheDayBelow() {
    assertTrue(sureness("Tuesday\n5 March 2024") > sureness("5 March 2024"));
  }

  @Test
  void theWeekdayRaisesConfidenceWhereItAgrees() {
    assertTrue(sureness("Tuesday 5 March 2024") > sureness("5 March 2024"));
  }

  @Test
  void theWeekdayLowersConfidenceWhereItDoesNot() {
    assertTrue(sureness("Monday 5 March 2024") < 0.6);
  }

  @Test
  void aSuppliedYearIsLessCertainThanAWrittenOne() {
    assertTrue(sureness("5 March") < sureness("5 March 2024"));
  }

  @Test
  void aWrongWeekdayAndNoYearIsNoDate() {
    assertInstanceOf(Proposed.class, EntryDate.find("Monday 5 March", HINTS));
  }

  @Test
  void theYearIsRatherOneInWhichTheWeekdayAgrees() {
    assertEquals(LocalDate.of(2023, 10, 13), written("Friday, 13 October", HINTS).date());
  }

  @Test
  void theYearOfAPageBetweenTwoOthersIsThatOfItsNeighbours() {
    DateHints between = HINTS.between(day("2019-12-20"), day("2020-02-01"));
    Written written = written("5 January", between);
    assertEquals(LocalDate.of(2020, 1, 5), written.date());
    assertEquals(YearSource.NEIGHBOURS, written.year());
    assertTrue(written.confidence().value() > sureness("5 January"));
  }

  @Test
  void oneNeighbourIsEnoughForAYear() {
    assertEquals(
        LocalDate.of(2020, 1, 5),
        written("5 January", NO_PHOTO.between(day("2019-12-20"), Optional.empty())).date());
    assertEquals(
        LocalDate.of(2019, 12, 20),
        written("20 December", NO_PHOTO.between(Optional.empty(), day("2020-01-05"))).date());
  }

  @Test
  void neighboursSayWhichNumberIsTheDay() {
    DateHints between = NO_PHOTO.between(day("2024-05-01"), day("2024-05-09"));
    Written written = written("05/03/24", between);
    assertEquals(LocalDate.of(2024, 5, 3), written.date());
    assertTrue(written.confidence().value() > 0.6);
  }

  @Test
  void aDateOutsideOfItsNeighboursIsDoubted() {
    DateHints between = NO_PHOTO.between(day("2024-05-01"), day("2024-05-09"));
    assertTrue(written("5 March 2024", between).confidence().value() < 0.6);
  }

  @Test
  void aDayWithoutYearAndWithoutPhotoIsNoDate() {
    assertInstanceOf(Unknown.class, EntryDate.find("5 March", NO_PHOTO));
  }

  @Test
  void numbersFollowTheSetOrder() {
    var monthFirst = new DateHints(DayOrder.MONTH_FIRST, Optional.empty(), LATEST);
    assertEquals(LocalDate.of(2024, 5, 3), written("05/03/24", monthFirst).date());
    assertEquals(LocalDate.of(2024, 3, 5), written("5.3.2024", monthFirst).date());
  }

  @Test
  void thePhotoIsAProposalOfLowConfidenceOnly() {
    Proposed proposed = assertInstanceOf(Proposed.class, EntryDate.find("no date", HINTS));
    assertEquals(CAPTURED, proposed.date());
    assertTrue(proposed.confidence().value() < 0.3);
  }

  @Test
  void nothingIsKnownWithoutTextAndPhoto() {
    assertInstanceOf(Unknown.class, EntryDate.find("", NO_PHOTO));
  }

  @Test
  void aLongLineWithoutADateTakesNoTime() {
    assertInstanceOf(Unknown.class, EntryDate.find("1 ".repeat(50_000), NO_PHOTO));
  }

  private static Written written(String text, DateHints hints) {
    return assertInstanceOf(Written.class, EntryDate.find(text, hints), text);
  }

  private static Optional<LocalDate> day(String date) {
    return Optional.of(LocalDate.parse(date));
  }

  private static double sureness(String text) {
    return written(text, HINTS).confidence().value();
  }
}
