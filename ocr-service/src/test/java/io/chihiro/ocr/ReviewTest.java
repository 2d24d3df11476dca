package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.EntryPieces.Piece;
import io.chihiro.ocr.ReviewList.Item;
import io.chihiro.ocr.engine.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What waits for the owner, and what the owner does about it.
class ReviewTest {
  private static final String USER = OcrWorld.OWNER;

  @TempDir private Path bucket;
  private OcrWorld world;
  private int colour;

  @BeforeEach
  void build() {
    world = OcrWorld.in(bucket);
  }

  @Test
  void everythingUndatedOrDoubtfulWaitsInTheOrderOfItsNotebook() {
    page("book/1.png", "3 March 2024\nRain.");
    page("book/2.png", "Wind.");
    page("book/3.png", "5 March 2014\nRain.");
    page("book/10.png", "6 March 2024\nRain.");
    page("loose.png", "Sunny.");
    world.file("note.txt", "Undated.");
    world.settle();

    assertEquals(
        List.of(
            List.of(ReviewReason.CONTINUES_PAGE),
            List.of(ReviewReason.OUT_OF_ORDER),
            List.of(ReviewReason.NO_DATE),
            List.of(ReviewReason.NO_DATE)),
        waiting().stream().map(Item::reasons).toList());
    assertEquals(
        List.of("Wind.", "5 March 2014\nRain.", "Sunny.", "Undated."),
        waiting().stream().map(item -> item.entry().text()).toList());
  }

  @Test
  void everyProposalFollowsFromThePagesAround() {
    page("book/1.png", "3 March 2024\nRain.");
    page("book/2.png", "Wind.");
    page("book/3.png", "5 March 2014\nRain.");
    page("book/10.png", "6 March 2024\nRain.");
    page("loose.png", "Sunny.");
    world.settle();

    assertEquals(
        List.of(day("2024-03-03"), day("2024-03-05"), Optional.empty()),
        waiting().stream().map(item -> item.proposal().map(DateProposal::date)).toList());
  }

  @Test
  void aDraftNobodyDoubtsIsShownOnlyToWhoeverAsks() {
    page("a.png", "5 March 2024\nRain.");
    world.settle();
    assertEquals(List.of(), waiting());
    assertEquals(1, world.desk.items(USER).size());
  }

  @Test
  void whatIsConfirmedWaitsNoMore() {
    page("a.png", "Rain.");
    world.settle();
    EntryRead confirmed =
        world.desk.confirm(USER, only().entry(), day("2024-03-05"), Optional.of("Rain!"));

    assertEquals(Status.CONFIRMED, confirmed.status());
    assertEquals(DateSource.OWNER, confirmed.dateSource());
    assertEquals("Rain.", confirmed.draft().orElseThrow().text());
    assertEquals(List.of(), world.desk.items(USER));
    assertEquals(Optional.of(confirmed), world.journal.entry(USER, confirmed.entry()));
  }

  @Test
  void nothingIsConfirmedWithoutADate() {
    page("a.png", "Rain.");
    world.settle();
    assertThrows(
        RefusedException.class,
        () -> world.desk.confirm(USER, only().entry(), Optional.empty(), Optional.empty()));
  }

  @Test
  void confirmingAPrivateEntryLeavesItPrivate() {
    page("a.png", "5 March 2024\nRain.");
    world.settle();
    var _ = world.desk.correct(USER, only().entry(), status(Status.PRIVATE));
    var _ = world.desk.confirm(USER, only().entry(), Optional.empty(), Optional.empty());
    assertEquals(Status.PRIVATE, only().status());
  }

  @Test
  void aSplitEntryIsTwoThatKeepEveryWord() {
    page("a.png", "5 March 2024\nRain.\nAnd then the sixth came.");
    world.settle();
    split("5 March 2024\nRain.", "And then the sixth came.");

    assertEquals(
        List.of("5 March 2024\nRain.", "And then the sixth came."),
        world.entries().stream().map(EntryRead::text).toList());
    assertEquals(day("2024-03-05"), world.entries().getFirst().date());
    assertEquals(
        "And then the sixth came.", waiting().getFirst().entry().text(), "the rest needs a date");
  }

  @Test
  void aSplitSurvivesReadingAgain() {
    page("a.png", "5 March 2024\nRain.\nAnd then the sixth came.");
    world.settle();
    split("5 March 2024\nRain.", "And then the sixth came.");
    List<EntryRead> before = world.entries();
    readAgain("5 March 2024\nRain!\nAnd then the sixth came!");
    assertEquals(before, world.entries());
  }

  @Test
  void splittingTwiceMakesThreeDifferentEntries() {
    page("a.png", "5 March 2024\nOne. Two. Three.");
    world.settle();
    split("5 March 2024\nOne. Two.", "Three.");
    split("5 March 2024\nOne.", "Two.");
    assertEquals(
        List.of("5 March 2024\nOne.", "Three.", "Two."),
        world.entries().stream().map(EntryRead::text).toList());
  }

  @Test
  void aMergedEntryTakesTheWordsOfTheOther() {
    page("book/1.png", "5 March 2024\nRain.");
    page("book/2.png", "7 March\nand wind.");
    world.settle();
    String first = world.journal.entriesOf(at("book/1.png")).getFirst().entry();
    String second = world.journal.entriesOf(at("book/2.png")).getFirst().entry();
    EntryRead joined = world.desk.merge(USER, second, first);

    assertEquals("5 March 2024\nRain.\n7 March\nand wind.", joined.text());
    assertEquals(joined.text(), joined.draft().orElseThrow().text());
    assertEquals(Status.DISCARDED, world.journal.entry(USER, second).orElseThrow().status());
  }

  @Test
  void everyStepIsTakenBackOneAfterTheOther() {
    page("book/1.png", "5 March 2024\nRain.\nMore.");
    page("book/2.png", "9 March 2024\nWind.");
    world.settle();
    List<EntryRead> before = world.entries();
    String first = world.journal.entriesOf(at("book/1.png")).getFirst().entry();
    String second = world.journal.entriesOf(at("book/2.png")).getFirst().entry();

    var _ = world.desk.split(USER, first, pieces("5 March 2024\nRain.", "More."));
    var _ = world.desk.merge(USER, second, first);
    var _ = world.desk.correct(USER, first, status(Status.PRIVATE));
    world.desk.throwAway(USER, first);
    for (String step : List.of("discard", "private", "merge", "split")) {
      assertEquals(Optional.of(step), world.desk.undoable(USER));
      var _ = world.desk.undo(USER);
    }

    assertEquals(before, world.entries());
    assertThrows(RefusedException.class, () -> world.desk.undo(USER));
  }

  @Test
  void aStepIsNotTakenBackOverALaterChange() {
    page("a.png", "5 March 2024\nRain.");
    world.settle();
    var _ = world.desk.correct(USER, only().entry(), status(Status.PRIVATE));
    world.journal.save(only().with(Status.DISCARDED));
    assertThrows(RefusedException.class, () -> world.desk.undo(USER));
    assertEquals(Status.DISCARDED, only().status());
  }

  @Test
  void anotherReadingTakesThePlaceOfThePageAndCanBeTakenBack() {
    page("a.png", "5 March 2024\nRein.");
    world.settle();
    EntryRead before = only();
    var text = new Reading.Text("5 March 2024\nRain.\n6 March 2024\nSunny.", new Confidence(0.8));
    PageScanned page = world.onlyPage();
    var _ = world.desk.reread(page, PageEntries.of(page, "other", text, world.dates.hints(page)));

    assertEquals(2, world.entries().size());
    assertEquals("other", world.entries().getFirst().engine());
    var _ = world.desk.undo(USER);
    assertEquals(before, only());
  }

  @Test
  void readingAgainShowsTheDifferenceAndChangesNothingUntilItIsTaken() throws Exception {
    page("a.png", "5 March 2024\nRein.");
    world.settle();
    EntryRead before = only();
    world.engine.reads(colour, "5 March 2024\nRain.");
    String page = world.onlyPage().page();

    assertEquals(List.of("memory"), world.rereading.readers(USER));
    assertThrows(RefusedException.class, () -> world.rereading.take(USER, page, "memory"));
    List<TextDifference.Run> runs = world.rereading.read(USER, page, "memory");
    assertEquals(List.of("same", "gone", "new"), runs.stream().map(run -> run.kind()).toList());
    assertEquals(before, only());

    var _ = world.rereading.take(USER, page, "memory");
    assertEquals("5 March 2024\nRain.", only().text());
    var _ = world.desk.undo(USER);
    assertEquals(before, only());
  }

  @Test
  void anEngineThatIsNotInTheChainIsNotAsked() {
    page("a.png", "5 March 2024\nRain.");
    world.settle();
    String page = world.onlyPage().page();
    assertThrows(RefusedException.class, () -> world.rereading.read(USER, page, "nobody"));
  }

  @Test
  void namesCorrectedTwiceAreOffered() {
    page("a.png", "5 March 2024\nMorta came by with Jonos.");
    page("b.png", "6 March 2024\nThen Marto left.");
    world.settle();
    for (Item item : world.desk.items(USER)) {
      String better =
          item.entry().text().replaceAll("Mort?[ao]|Marto", "Marta").replace("Jonos", "Jonas");
      var _ = world.desk.confirm(USER, item.entry().entry(), Optional.empty(), Optional.of(better));
    }

    assertEquals(List.of("Marta"), NameOffers.of(world.entries(), List.of()));
    assertEquals(List.of(), NameOffers.of(world.entries(), List.of("Marta")));
  }

  @Test
  void theErrorRateOfAnEngineIsLearnedFromCorrections() {
    page("book/1.png", "5 March 2024\nRein.");
    page("book/2.png", "6 March 2024\nSunny.");
    world.settle();
    for (Item item : world.desk.items(USER)) {
      String right = item.entry().text().replace("Rein", "Rain");
      var _ = world.desk.confirm(USER, item.entry().entry(), Optional.empty(), Optional.of(right));
    }
    var rate = new EngineErrors().of(world.pages(), world.entries()).getFirst();

    assertEquals("memory", rate.engine());
    assertEquals("book", rate.notebook());
    assertEquals(2, rate.entries());
    assertEquals(1, rate.errors());
    assertEquals(
        1.0 / ("5 March 2024\nRain.".length() + "6 March 2024\nSunny.".length()), rate.share());
  }

  @Test
  void doubtfulWordsAreThoseWhoseLettersDoNotBelongTogether() {
    page("a.png", "5th March 2024\nW1th Marta at 9pm, tHe sea ha~rbour, 2km [?] away.");
    world.settle();
    String text = only().text();
    assertEquals(
        List.of("W1th", "tHe", "ha~rbour,", "[?]"),
        DoubtfulWords.knowing(world.entries(), List.of()).of(only()).stream()
            .map(span -> text.substring(span.from(), span.to()))
            .toList());
  }

  @Test
  void everyWordOfTwoTextsIsInTheirDifference() {
    assertEquals(
        List.of(
            new TextDifference.Run("same", "We "),
            new TextDifference.Run("gone", "wolked "),
            new TextDifference.Run("new", "walked "),
            new TextDifference.Run("same", "home.")),
        TextDifference.of("We wolked home.", "We walked home."));
  }

  private void split(String... texts) {
    String id = world.entries().getFirst().entry();
    assertTrue(world.desk.split(USER, id, pieces(texts)).size() == texts.length);
  }

  private static List<Piece> pieces(String... texts) {
    return List.of(texts).stream().map(text -> new Piece(Optional.empty(), text)).toList();
  }

  private List<Item> waiting() {
    return world.desk.items(USER).stream().filter(Item::isDoubtful).toList();
  }

  private void page(String place, String text) {
    colour++;
    var _ = world.photo(place, colour, text);
  }

  private void readAgain(String text) {
    world.engine.reads(colour, text);
    world.journal.save(world.onlyPage().with(State.WAITING, List.of(), Optional.empty()));
    world.readAll();
  }

  private EntryRead only() {
    return world.onlyEntry();
  }

  private PageScanned at(String place) {
    return world.pageAt(place).orElseThrow();
  }

  private static Correction status(Status status) {
    return new Correction(Optional.empty(), Optional.empty(), Optional.of(status));
  }

  private static Optional<LocalDate> day(String date) {
    return Optional.of(LocalDate.parse(date));
  }
}
