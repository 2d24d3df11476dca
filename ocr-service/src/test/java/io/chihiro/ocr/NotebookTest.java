package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.ocr.engine.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pages of a notebook say about one another.
class NotebookTest {
  private static final double DOUBTFUL = 0.6;

  @TempDir private Path bucket;
  private OcrWorld world;
  private int colour;

  @BeforeEach
  void build() {
    world = OcrWorld.in(bucket);
  }

  @Test
  void severalDatedEntriesOnAPageAreSeveralEntries() {
    page("book/IMG_1.png", "5 March 2024\nRain.\n6 March 2024\nSunny.\n7 March 2024\nWind.");
    world.settle();

    assertEquals(List.of("2024-03-05", "2024-03-06", "2024-03-07"), dates("book/IMG_1.png"));
    EntryRead last = entries("book/IMG_1.png").getLast();
    assertEquals("7 March 2024\nWind.", last.text());
    assertTrue(last.entry().endsWith("-03"), last.entry());
  }

  @Test
  void aPageWithoutADateContinuesTheDayBefore() {
    page("book/IMG_9.png", "5 March 2024\nRain all day, and in the evening we");
    page("book/IMG_10.png", "walked to the harbour.");
    world.settle();

    EntryRead second = entries("book/IMG_10.png").getFirst();
    assertEquals(date("2024-03-05"), second.date());
    assertEquals(DateSource.PAGE_BEFORE, second.dateSource());
    assertTrue(sure(second) > DOUBTFUL);
  }

  @Test
  void whereASentenceDoesNotRunOnTheJoiningIsDoubted() {
    page("book/IMG_1.png", "5 March 2024\nRain all day.");
    page("book/IMG_2.png", "We walked to the harbour.");
    world.settle();

    EntryRead second = entries("book/IMG_2.png").getFirst();
    assertEquals(date("2024-03-05"), second.date());
    assertTrue(sure(second) < DOUBTFUL);
  }

  @Test
  void onlyPagesOfOneSeriesFollowOneAnother() {
    page("book/IMG_1.png", "5 March 2024\nRain all day, and we");
    page("book/from-mum-2.png", "walked to the harbour.");
    page("other/IMG_2.png", "walked to the harbour.");
    world.settle();

    assertEquals(Optional.empty(), entries("book/from-mum-2.png").getFirst().date());
    assertEquals(Optional.empty(), entries("other/IMG_2.png").getFirst().date());
  }

  @Test
  void theFormatOfAPhotoDoesNotMatter() {
    page("book/IMG_1.png", "5 March 2024\nRain all day, and we");
    page("book/IMG_2.jpg", "walked to the harbour.");
    world.settle();
    assertEquals(date("2024-03-05"), entries("book/IMG_2.jpg").getFirst().date());
  }

  @Test
  void theYearComesFromTheNeighbours() {
    page("book/1.png", "20 December 2019\nSnow.");
    page("book/2.png", "5 January\nMore snow.");
    page("book/3.png", "1 February 2020\nThaw.");
    world.settle();

    EntryRead second = entries("book/2.png").getFirst();
    assertEquals(date("2020-01-05"), second.date());
    assertEquals(DateSource.NEIGHBOURS, second.dateSource());
    assertTrue(sure(second) > DOUBTFUL);
  }

  @Test
  void aNotebookWhoseLastPageCannotBeReadIsDatedAllTheSame() {
    page("book/1.png", "20 December 2019\nSnow.");
    page("book/2.png", "5 January\nMore snow.");
    page("book/3.png", "");
    world.engine.answers(colour, new Reading.Refused("Nothing."));
    world.settle();
    assertEquals(date("2020-01-05"), entries("book/2.png").getFirst().date());
  }

  @Test
  void theOrderInWhichPagesAreReadDoesNotMatter() {
    page("book/2.png", "5 January\nMore snow.");
    world.settle();
    assertEquals(Optional.empty(), entries("book/2.png").getFirst().date());

    page("book/1.png", "20 December 2019\nSnow.");
    world.settle();
    assertEquals(date("2020-01-05"), entries("book/2.png").getFirst().date());
  }

  @Test
  void whereRulesFindNothingTheEnginesWordIsDoubtedAndStays() {
    var said = new Reading.Text("Rain.", new Confidence(0.9), List.of(LocalDate.of(2024, 3, 5)));
    page("a.png", "");
    world.engine.answers(colour, said);
    world.settle();

    EntryRead entry = entries("a.png").getFirst();
    assertEquals(date("2024-03-05"), entry.date());
    assertEquals(DateSource.ENGINE, entry.dateSource());
    assertTrue(sure(entry) < DOUBTFUL);
  }

  @Test
  void whatIsWrittenCountsMoreThanTheEnginesWord() {
    var said =
        new Reading.Text(
            "6 March 2024\nRain.", new Confidence(0.9), List.of(LocalDate.of(2024, 3, 5)));
    page("a.png", "");
    world.engine.answers(colour, said);
    world.settle();
    assertEquals(date("2024-03-06"), entries("a.png").getFirst().date());
  }

  @Test
  void aDateThatFallsIsDoubted() {
    page("book/1.png", "3 March 2024\nRain.");
    page("book/2.png", "4 March 2024\nRain.");
    page("book/3.png", "5 March 2014\nRain.");
    page("book/4.png", "6 March 2024\nRain.");
    world.settle();

    EntryRead third = entries("book/3.png").getFirst();
    assertEquals(date("2014-03-05"), third.date());
    assertTrue(sure(third) < DOUBTFUL);
    assertTrue(sure(entries("book/4.png").getFirst()) > DOUBTFUL);
  }

  @Test
  void neighboursSayWhichNumberIsTheDay() {
    page("book/1.png", "1 May 2024\nRain.");
    page("book/2.png", "05/03/24\nRain.");
    page("book/3.png", "9 May 2024\nRain.");
    world.settle();

    assertEquals(date("2024-05-03"), entries("book/2.png").getFirst().date());
  }

  @Test
  void theOrderOfDayAndMonthIsLearnedFromDatesThatAreClear() {
    page("a.png", "05/03/24\nRain.");
    world.settle();
    assertEquals(date("2024-03-05"), entries("a.png").getFirst().date());

    page("b/x.png", "05/25/24\nRain.");
    page("b/y.png", "06/30/24\nRain.");
    world.settle();
    assertEquals(date("2024-05-03"), entries("a.png").getFirst().date());
  }

  @Test
  void whatTheOwnerSaysMovesThePageThatGoesOn() {
    page("book/1.png", "5 March 2024\nRain all day, and we");
    page("book/2.png", "walked to the harbour.");
    world.settle();
    var correction = new Correction(date("2024-03-08"), Optional.empty(), Optional.empty());
    world.desk.correct(OcrWorld.OWNER, entries("book/1.png").getFirst().entry(), correction);
    world.dates.settle(OcrWorld.OWNER);

    assertEquals(date("2024-03-08"), entries("book/2.png").getFirst().date());
  }

  @Test
  void datingAgainWritesNothing() {
    page("book/1.png", "5 March 2024\nRain all day, and we");
    page("book/2.png", "walked to the harbour.");
    world.settle();
    int flushes = world.events.flushes();
    world.dates.settle(OcrWorld.OWNER);
    assertEquals(flushes, world.events.flushes());
  }

  private void page(String place, String text) {
    colour++;
    var _ = world.photo(place, colour, text);
  }

  private List<EntryRead> entries(String place) {
    return world.journal.entriesOf(world.pageAt(place).orElseThrow());
  }

  private List<String> dates(String place) {
    return entries(place).stream().map(entry -> entry.date().orElseThrow().toString()).toList();
  }

  private static double sure(EntryRead entry) {
    return entry.dateConfidence().value();
  }

  private static Optional<LocalDate> date(String day) {
    return Optional.of(LocalDate.parse(day));
  }
}
