package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ocr.DateFinding.Proposed;
import io.chihiro.ocr.DateFinding.Unknown;
import io.chihiro.ocr.DateFinding.Written;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The photo of every page here was taken on 20 November 2024; today is 22 November 2026.
class EntryDateTest {
  private static final LocalDate CAPTURED = LocalDate.of(2024, 11, 20);
  private static final LocalDate LATEST = LocalDate.of(2026, 11, 23);
  private static final DateHints HINTS =
      new DateHints(DayOrder.DAY_FIRST, Optional.of(CAPTURED), LATEST);
  private static final DateHints NO_PHOTO =
      new DateHints(DayOrder.DAY_FIRST, Optional.empty(), LATEST);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # ISO
          2024-03-05                                  | 2024-03-05
          2024/3/5                                    | 2024-03-05
          2024.03.05                                  | 2024-03-05
          2024 - 03 - 05                              | 2024-03-05
          2024-03-05T21:40                            | 2024-03-05
          20240305                                    | 2024-03-05
          1663-01-01                                  | 1663-01-01
          # day first, named
          5 March 2024                                | 2024-03-05
          5 march 2024                                | 2024-03-05
          5 MARCH 2024                                | 2024-03-05
          5th March 2024                              | 2024-03-05
          5th of March, 2024                          | 2024-03-05
          The 5th of March 2024                       | 2024-03-05
          5. March 2024                               | 2024-03-05
          5-Mar-2024                                  | 2024-03-05
          5 Mar. 2024                                 | 2024-03-05
          5 Mar '24                                   | 2024-03-05
          5 Mar ’24                                   | 2024-03-05
          Tue 5 Mar '24                               | 2024-03-05
          5 March 24                                  | 2024-03-05
          1 Sept 2023                                 | 2023-09-01
          22nd December 1998                          | 1998-12-22
          3 May '98                                   | 1998-05-03
          31 October 2024                             | 2024-10-31
          29 February 2024                            | 2024-02-29
          # month first, named
          March 5th 2024                              | 2024-03-05
          March 5, 2024                               | 2024-03-05
          Mar. 5, '24                                 | 2024-03-05
          March the 5th, 2024                         | 2024-03-05
          May 4 2024                                  | 2024-05-04
          Dec 31, 2023 11:40 pm                       | 2023-12-31
          # with weekday, place, salutation
          Tuesday, 5 March 2024                       | 2024-03-05
          Tuesday 5 March 2024, rain                  | 2024-03-05
          5 March 2024, Tuesday                       | 2024-03-05
          Lisbon, 5 March 2024                        | 2024-03-05
          Dear diary, 5 March 2024                    | 2024-03-05
          Tuesday, March 5th                          | 2024-03-05
          # numbers
          5.3.2024                                    | 2024-03-05
          05.03.24                                    | 2024-03-05
          05/03/24                                    | 2024-03-05
          25/03/2024                                  | 2024-03-25
          03/25/2024                                  | 2024-03-25
          5-3-2024                                    | 2024-03-05
          31/12/99                                    | 1999-12-31
          Tue 5/3                                     | 2024-03-05
          Fri 3/5/24                                  | 2024-05-03
          # the weekday says that the month came first
          Tue 03/05/24                                | 2024-03-05
          # read by a machine
          5 Marck 2024                                | 2024-03-05
          5 Narch 2024                                | 2024-03-05
          5 Mrch 2024                                 | 2024-03-05
          12 Septembr 2023                            | 2023-09-12
          12 Novembcr 2023                            | 2023-11-12
          l5 March 2O24                               | 2024-03-15
          I2 March 2024                               | 2024-03-12
          lO March 2024                               | 2024-03-10
          lst March 2024                              | 2024-03-01
          2Oth March 2024                             | 2024-03-20
          5 0ctober 2023                              | 2023-10-05
          4 Ju1y 2023                                 | 2023-07-04
          O5/O3/2O24                                  | 2024-03-05
          5March2024                                  | 2024-03-05
          March5,2024                                 | 2024-03-05
          Tuesday,5March2024                          | 2024-03-05
          Tuesdav 5 March 2024                        | 2024-03-05
          # the year comes from the photo
          5 March                                     | 2024-03-05
          March 5th                                   | 2024-03-05
          24 December                                 | 2023-12-24
          Sunday, 24 December                         | 2023-12-24
          5 May                                       | 2024-05-05
          """)
  void aDateThatStandsLikeAHeadingIsFound(String line, LocalDate expected) {
    assertEquals(expected, written(line + "\nWe walked to the harbour.", HINTS).date());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I may march with them",
        "I may, March or not",
        "came at 4:30",
        "came at 4.30 and left",
        "on the second of may be",
        "2 match boxes and a candle",
        "5 may seem few but",
        "March 4 came slowly",
        "We have known each other since 5 March 2019 and still",
        "On 5 March 2019 he had left",
        "Until 5 March 2019",
        "It cost $5.03.24",
        "Version 1.2.3.4",
        "Room 12/3 was cold",
        "He won 6-4 6-3",
        "31 February 2024",
        "March 2024",
        "2024",
        "5 March 2031",
        "5/3",
        "call 030 2024 0305 11",
        "half of march was rain",
        "10 augurs came by"
      })
  void aFalseFriendIsNotTaken(String line) {
    assertInstanceOf(Proposed.class, EntryDate.find(line + "\nand so to bed", HINTS));
  }

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

  private static double sureness(String text) {
    return written(text, HINTS).confidence().value();
  }
}
