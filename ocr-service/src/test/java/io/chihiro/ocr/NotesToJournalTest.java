package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.EntryRead.DateSource;
import io.chihiro.events.EntryRead.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A text in the bucket becomes one entry or many, and follows its file.
class NotesToJournalTest {
  private static final LocalDate FIFTH = LocalDate.of(2024, 3, 5);

  @TempDir private Path bucket;
  private OcrWorld world;

  @BeforeEach
  void build() {
    world = OcrWorld.in(bucket);
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
}
