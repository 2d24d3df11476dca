package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned.State;
import io.chihiro.events.Since;
import io.chihiro.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photo in the bucket becomes an entry, once, wherever it lies.
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
  void aTreeThatTakesLongToWalkIsLookedAtLessOften() {
    assertEquals(Duration.ofSeconds(1), world.watch.pause(Duration.ofMillis(5)));
    assertEquals(Duration.ofSeconds(40), world.watch.pause(Duration.ofSeconds(2)));
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
  void anEntryTellsWhenItsPhotoWasFirstSeen() {
    world.photo("a.png", RED, "Tuesday 5 March 2024\nRain.");
    world.watch.look();
    world.clock.pass(world.settings.stillness());
    world.watch.look();
    Instant seen = world.clock.instant();
    world.clock.pass(Duration.ofMinutes(3));
    assertEquals(Duration.ofMinutes(3), world.journal.longestWait());
    world.readAll();

    assertEquals(
        Since.PHOTO.at(seen),
        world.events.headers(Topics.JOURNAL_ENTRIES, world.onlyEntry().key()));
    assertEquals(Duration.ZERO, world.journal.longestWait());
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
}
