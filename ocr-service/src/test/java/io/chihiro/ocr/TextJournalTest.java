package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chihiro.events.EntryRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextJournalTest {
  private static final LocalDate FIFTH = LocalDate.of(2024, 3, 5);
  private static final EntryChecks CHECKS = new EntryChecks(() -> OcrWorld.NOW, 200_000);

  @TempDir private Path bucket;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date: 2024-03-05",
        "Date: 2024-03-05",
        "date: \"2024-03-05\"",
        "date: '2024-03-05 21:40'",
        "date: 2024-03-05T21:40:00+01:00",
        "date: 2024-03-05 # a comment",
        "date: 5 March 2024",
        "title: x\ndate: 2024-03-05\ntags: [a]"
      })
  void theFrontMatterTellsTheDay(String fields) {
    TextNote note = note("note.md", "---\n" + fields + "\n---\nRain.");
    assertEquals(Optional.of(FIFTH), note.date());
    assertEquals("Rain.", note.text());
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-05.md",
    "2024-03-05 something.md",
    "20240305.txt",
    "2024_03_05.md",
    "2024.03.05.txt",
    "journal-2024-03-05.md",
    "20240305-rain.md"
  })
  void theNameTellsTheDay(String name) {
    assertEquals(Optional.of(FIFTH), note(name, "Rain.").date());
  }

  @ParameterizedTest
  @CsvSource({
    "note.md",
    "2024-13-05.md",
    "2024-02-30.md",
    "99999999.txt",
    "120240305.md",
    "2024-0305.md",
    "2031-03-05.md",
    "0999-03-05.md"
  })
  void anyOtherNameTellsNothing(String name) {
    assertEquals(Optional.empty(), note(name, "Rain.").date());
  }

  @Test
  void theFirstLinesTellTheDayWhereNothingElseDoes() {
    TextNote note = note("note.md", "# Tuesday, 5 March 2024\n\nRain.");
    assertEquals(Optional.of(FIFTH), note.date());
    assertEquals(EntryRead.DateSource.WRITTEN, note.dateSource());
  }

  @Test
  void aRuleAtTheHeadWithoutAnEndIsText() {
    assertEquals("---\nRain.", note("note.md", "---\nRain.").text());
  }

  @Test
  void everyEntryOfALongDiaryIsAccountedFor() throws IOException {
    OcrWorld world = withShared("pepys-diary/entries-1660-1663.jsonl");
    assertEquals(1438, world.entries().size());
    assertEquals(1, world.entries().stream().filter(entry -> entry.date().isEmpty()).count());
    assertEquals(Optional.empty(), world.onlyPage().problem());
    assertEquals(
        List.of(List.of(ReviewReason.NO_DATE)),
        world.desk.items(OcrWorld.OWNER).stream().map(ReviewList.Item::reasons).toList());
    var perDay =
        world.entries().stream()
            .flatMap(entry -> entry.date().stream())
            .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
    assertEquals(2, perDay.values().stream().filter(count -> count == 2).count());
  }

  @Test
  void everyEntryOfAShortDiaryIsAccountedFor() throws IOException {
    assertEquals(362, withShared("mitford-journal/entries-1819.jsonl").entries().size());
  }

  private OcrWorld withShared(String name) throws IOException {
    Path file = Path.of(System.getProperty("chihiro.root", "."), "../shared/data", name);
    assumeTrue(Files.exists(file), file + " is absent");
    OcrWorld world = OcrWorld.in(bucket);
    world.file(name, Files.readAllBytes(file));
    world.settle();
    return world;
  }

  private static TextNote note(String name, String content) {
    return TextNote.of(name, content, CHECKS, DayOrder.DAY_FIRST);
  }
}
