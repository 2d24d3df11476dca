package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned;
import io.chihiro.events.PageScanned.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerHandTest {
  private static final LocalDate FIFTH = LocalDate.of(2024, 3, 5);

  @TempDir private Path bucket;
  private OcrWorld world;

  @BeforeEach
  void readOnePage() {
    world = OcrWorld.in(bucket);
    world.photo("a.png", 1, "Rein.");
    world.settle();
  }

  @Test
  void aCorrectedTextIsConfirmedAndSurvivesReadingAgain() {
    correct(Optional.empty(), Optional.of("Rain."), Optional.empty());
    readAgain();

    assertEquals("Rain.", world.onlyEntry().text());
    assertEquals("typed", world.onlyEntry().engine());
    assertEquals(Status.CONFIRMED, world.onlyEntry().status());
  }

  @Test
  void aConfirmedEntrySurvivesABetterReading() {
    correct(Optional.empty(), Optional.empty(), Optional.of(Status.CONFIRMED));
    world.engine.reads(1, "Rain.");
    readAgain();
    assertEquals("Rein.", world.onlyEntry().text());
  }

  @Test
  void aDraftTakesABetterReading() {
    world.engine.reads(1, "Rain.");
    readAgain();
    assertEquals("Rain.", world.onlyEntry().text());
  }

  @Test
  void aDraftThatOnlyGotADateKeepsItThroughABetterReading() {
    correct(Optional.of(FIFTH), Optional.empty(), Optional.empty());
    world.engine.reads(1, "6 March 2024\nRain.");
    readAgain();

    EntryRead entry = world.onlyEntry();
    assertEquals(Optional.of(FIFTH), entry.date());
    assertEquals(DateSource.OWNER, entry.dateSource());
    assertEquals("6 March 2024\nRain.", entry.text());
    assertEquals(Status.DRAFT, entry.status());
  }

  @Test
  void aPrivateEntryStaysPrivate() {
    correct(Optional.empty(), Optional.empty(), Optional.of(Status.PRIVATE));
    readAgain();
    assertEquals(Status.PRIVATE, world.onlyEntry().status());
  }

  @Test
  void aThrownAwayEntryIsNotBroughtBack() {
    world.desk.throwAway(OcrWorld.OWNER, world.onlyEntry().entry());
    readAgain();
    assertEquals(Status.DISCARDED, world.onlyEntry().status());
  }

  @Test
  void anEditedFileKeepsTheDateItsOwnerGaveIt() {
    world.file("note.txt", "Wind.");
    world.settle();
    EntryRead note =
        world.entries().stream()
            .filter(entry -> entry.text().equals("Wind."))
            .findFirst()
            .orElseThrow();
    world.desk.correct(
        OcrWorld.OWNER,
        note.entry(),
        new Correction(Optional.of(FIFTH), Optional.empty(), Optional.empty()));
    world.clock.pass(Duration.ofMinutes(1));
    world.file("note.txt", "Wind and rain.");
    world.settle();

    EntryRead edited = world.journal.entry(OcrWorld.OWNER, note.entry()).orElseThrow();
    assertEquals("Wind and rain.", edited.text());
    assertEquals(Optional.of(FIFTH), edited.date());
  }

  private void correct(Optional<LocalDate> date, Optional<String> text, Optional<Status> status) {
    world.desk.correct(
        OcrWorld.OWNER, world.onlyEntry().entry(), new Correction(date, text, status));
  }

  private void readAgain() {
    PageScanned page = world.onlyPage();
    world.journal.save(page.with(State.WAITING, List.of(), Optional.empty()));
    world.readAll();
  }
}
