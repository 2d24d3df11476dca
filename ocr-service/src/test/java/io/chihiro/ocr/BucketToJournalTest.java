package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Topics;
import io.chihiro.ocr.engine.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketToJournalTest {
  private static final LocalDate FIFTH = LocalDate.of(2024, 3, 5);
  private static final int RED = 0xFF0000;
  private static final int BLUE = 0x0000FF;

  @TempDir private Path bucket;
  private OcrWorld world;

  @BeforeEach
  void build() {
    world = OcrWorld.in(bucket);
  }

  @Test
  void aPhotoBecomesADatedDraft() {
    world.photo("2024/march/IMG_1.png", RED, "Tuesday 5 March 2024\nRain.");
    world.settle();

    EntryRead entry = world.onlyEntry();
    assertEquals(Optional.of(FIFTH), entry.date());
    assertEquals(DateSource.WRITTEN, entry.dateSource());
    assertEquals(Status.DRAFT, entry.status());
    assertEquals("memory", entry.engine());
    assertEquals(State.READ, world.onlyPage().state());
    assertEquals("2024/march/IMG_1.png", world.onlyPage().place());
  }

  @Test
  void aPhotoWithoutADateWaitsForOne() {
    world.photo("a.png", RED, "Rain.");
    world.settle();

    assertEquals(Optional.empty(), world.onlyEntry().date());
    assertEquals(Status.DRAFT, world.onlyEntry().status());
  }

  @Test
  void aFileCountsOnceItHasStoodStill() {
    world.photo("a.png", RED, "Rain.");
    world.watch.look();
    world.clock.pass(Duration.ofSeconds(4));
    world.photo("a.png", BLUE, "Sun.");
    world.watch.look();
    world.clock.pass(Duration.ofSeconds(4));
    world.watch.look();
    assertEquals(List.of(), world.pages());
    assertEquals(1, world.seen.waiting());

    world.clock.pass(Duration.ofSeconds(1));
    world.watch.look();
    assertEquals(1, world.pages().size());
    assertEquals(0, world.seen.waiting());
  }

  @Test
  void theSamePhotoTwiceIsOnePage() {
    world.photo("a.png", RED, "Rain.");
    world.photo("b/copy.png", RED, "Rain.");
    world.settle();

    assertEquals(1, world.pages().size());
    assertEquals(1, world.entries().size());
    assertEquals(1, world.engine.asked());
  }

  @Test
  void aPhotoThatMovedIsTheSamePageAtItsNewPlace() throws IOException {
    Path file = world.photo("a.png", RED, "Rain.");
    world.settle();
    Files.createDirectories(bucket.resolve("sorted"));
    Files.move(file, bucket.resolve("sorted/a.png"));
    world.settle();

    assertEquals("sorted/a.png", world.onlyPage().place());
    assertEquals(1, world.engine.asked());
  }

  @Test
  void filesAndFoldersThatBeginWithADotAreNotLookedAt() {
    world.photo(".hidden.png", RED, "Rain.");
    world.photo(".sync/a.png", RED, "Rain.");
    world.settle();

    assertEquals(List.of(), world.pages());
    assertEquals(0, world.seen.waiting());
  }

  @Test
  void aDeletedPhotoLeavesItsEntryAlone() throws IOException {
    Path file = world.photo("a.png", RED, "Rain.");
    world.settle();
    Files.delete(file);
    world.settle();

    assertEquals("Rain.", world.onlyEntry().text());
  }

  @Test
  void aPhotoThatLeavesBeforeItIsReadIsForgottenAndComesBack() throws IOException {
    Path file = world.photo("a.png", RED, "Rain.");
    world.watch.look();
    world.clock.pass(Duration.ofSeconds(5));
    world.watch.look();
    Files.delete(file);
    world.readAll();
    assertEquals(List.of(), world.pages());

    world.watch.look();
    world.photo("a.png", RED, "Rain.");
    world.settle();
    assertEquals("Rain.", world.onlyEntry().text());
  }

  @Test
  void aRestartReadsNothingAgain() {
    world.photo("a.png", RED, "Rain.");
    world.file("bad.jpg", "no photo");
    world.settle();
    var pages = world.pages();
    int flushes = world.events.flushes();

    OcrWorld again = world.restarted();
    again.watch.passOverKnown();
    again.settle();
    assertEquals(pages, again.pages());
    assertEquals(1, again.engine.asked());
    assertEquals(flushes, again.events.flushes());
  }

  @Test
  void anEmptyFileIsNamedAndPutAside() {
    world.file("a/empty.jpg", "");
    world.settle();
    assertFailed("a/empty.jpg", "empty.jpg is empty (0 bytes).");
  }

  @Test
  void aTextNamedLikeAPhotoIsNamedAndPutAside() {
    world.file("holiday.jpg", "Dear diary");
    world.settle();
    assertFailed("holiday.jpg", "holiday.jpg is named like a photo but holds text.");
  }

  @Test
  void aPhotoThatIsCutOffIsNamedAndPutAside() {
    byte[] whole = OcrWorld.png(RED);
    world.file("cut.png", Arrays.copyOf(whole, 50));
    world.settle();
    assertTrue(world.onlyPage().problem().orElseThrow().contains("cut.png"));
    assertEquals(State.FAILED, world.onlyPage().state());
    assertEquals(1, world.events.all(Topics.OCR_REJECTED).size());
  }

  @Test
  void aFileThatIsTooLargeIsNamedAndPutAside() {
    byte[] large = Arrays.copyOf(OcrWorld.png(RED), 200_000);
    world.file("large.png", large);
    world.settle();
    assertFailed("large.png", "large.png is too large: at most 0 MB are taken.");
  }

  @Test
  void aTextThatIsNotUtf8IsNamedAndPutAside() {
    world.file("old.txt", new byte[] {'G', 'r', (byte) 0xFC, 'n'});
    world.settle();
    assertFailed("old.txt", "old.txt is not UTF-8 text; save it as UTF-8 and send it again.");
  }

  @Test
  void aBadFileIsNotTriedAgainUntilItsContentChanges() {
    world.file("a.png", "");
    world.settle();
    world.settle();
    assertEquals(1, world.events.all(Topics.OCR_REJECTED).size());

    world.photo("a.png", RED, "Rain.");
    world.settle();
    assertEquals("Rain.", world.onlyEntry().text());
    assertEquals(State.READ, world.onlyPage().state());
  }

  @Test
  void aPageNobodyCouldReadKeepsWhatEachEngineSaid() {
    world.engine.answers(RED, new Reading.Refused("No text was found on the page."));
    world.file("blank.png", OcrWorld.png(RED));
    world.settle();

    assertFailed(
        "blank.png", "blank.png could not be read. memory: No text was found on the page.");
    assertEquals("refused", world.onlyPage().attempts().getFirst().outcome());
    assertEquals(1, world.meters.counter("chihiro.pages.failed").count());
  }

  @Test
  void aNoteTakesItsDateFromItsFrontMatterBeforeItsName() {
    world.file("2024-03-04 walk.md", "---\ntitle: x\ndate: '2024-03-05 21:40'\n---\n\nRain.\n");
    world.settle();

    assertEquals(Optional.of(FIFTH), world.onlyEntry().date());
    assertEquals(DateSource.FRONT_MATTER, world.onlyEntry().dateSource());
    assertEquals("Rain.", world.onlyEntry().text());
    assertEquals(Status.CONFIRMED, world.onlyEntry().status());
    assertEquals("file", world.onlyEntry().engine());
  }

  @Test
  void aNoteWithoutAnyDateWaitsForOne() {
    world.file("thoughts.txt", "\uFEFFRain.");
    world.settle();

    assertEquals(Optional.empty(), world.onlyEntry().date());
    assertEquals("Rain.", world.onlyEntry().text());
  }

  @Test
  void editingANoteReplacesItsEntry() {
    world.file("2024-03-05.md", "Rain.");
    world.settle();
    world.clock.pass(Duration.ofMinutes(1));
    world.file("2024-03-05.md", "Rain, then sun.");
    world.settle();

    assertEquals("Rain, then sun.", world.onlyEntry().text());
    assertEquals(Optional.of(world.onlyPage().page()), world.onlyEntry().page());
  }

  @Test
  void aNoteThatMovedAndWasEditedThenIsStillOneEntry() throws IOException {
    Path file = world.file("2024-03-05.md", "Rain.");
    world.settle();
    Files.createDirectories(bucket.resolve("old"));
    Files.move(file, bucket.resolve("old/2024-03-05.md"));
    world.settle();
    world.clock.pass(Duration.ofMinutes(1));
    world.file("old/2024-03-05.md", "Rain, then sun.");
    world.settle();

    assertEquals("Rain, then sun.", world.onlyEntry().text());
  }

  @Test
  void twoEquallyUneventfulDaysAreTwoEntries() {
    world.file("2024-03-05.md", "Nothing.");
    world.file("2024-03-06.md", "Nothing.");
    world.settle();

    assertEquals(2, world.entries().size());
  }

  @Test
  void aJournalInLinesGivesOneEntryALine() {
    world.file(
        "old.jsonl",
        """
        {"date":"1660-01-02","text":"Up."}
        {"date":null,"text":"Undated."}
        {"date":"1660-02-30","text":"No such day."}
        {"date":"1660-01-02","text":"Up."}
        not json
        {"date":"1660-01-03","text":" "}
        """);
    world.settle();

    assertEquals(4, world.entries().size());
    assertEquals(2, world.entries().stream().filter(entry -> entry.date().isEmpty()).count());
    assertEquals(
        Optional.of("2 of 6 rows hold no entry: line 5: no JSON object; line 6: blank."),
        world.onlyPage().problem());
  }

  @Test
  void aLineAddedToAJournalAddsOneEntry() {
    world.file("old.jsonl", "{\"date\":\"1660-01-02\",\"text\":\"Up.\"}\n");
    world.settle();
    world.clock.pass(Duration.ofMinutes(1));
    world.file(
        "old.jsonl",
        "{\"date\":\"1660-01-02\",\"text\":\"Up.\"}\n{\"date\":\"1660-01-03\",\"text\":\"To bed.\"}\n");
    world.settle();

    assertEquals(2, world.entries().size());
    assertEquals(1, world.pages().size());
  }

  private void assertFailed(String place, String problem) {
    var page = world.onlyPage();
    assertEquals(place, page.place());
    assertEquals(State.FAILED, page.state());
    assertEquals(Optional.of(problem), page.problem());
    var rejected = world.events.all(Topics.OCR_REJECTED).values();
    assertEquals(List.of(problem), rejected.stream().map(row -> row.reason()).toList());
    assertEquals(List.of(), world.entries());
    assertEquals(1, world.meters.counter("chihiro.rejected").count());
  }
}
