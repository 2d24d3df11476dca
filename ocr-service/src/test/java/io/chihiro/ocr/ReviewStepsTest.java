package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.door.RefusedException;
import io.chihiro.events.Confidence;
import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.EntryPieces.Piece;
import io.chihiro.ocr.engine.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the owner splits, merges or has read again, and how every step is taken back.
class ReviewStepsTest extends ReviewedPages {
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
    reads("5 March 2024\nRain.");
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

  private void split(String... texts) {
    String id = world.entries().getFirst().entry();
    assertTrue(world.desk.split(USER, id, pieces(texts)).size() == texts.length);
  }

  private static List<Piece> pieces(String... texts) {
    return List.of(texts).stream().map(text -> new Piece(Optional.empty(), text)).toList();
  }

  private void readAgain(String text) {
    reads(text);
    world.journal.save(world.onlyPage().with(State.WAITING, List.of(), Optional.empty()));
    world.readAll();
  }

  private PageScanned at(String place) {
    return world.pageAt(place).orElseThrow();
  }
}
