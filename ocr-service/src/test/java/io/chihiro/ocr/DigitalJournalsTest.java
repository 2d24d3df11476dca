package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.Uploads.Outcome;
import io.chihiro.ocr.digital.ZipBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitalJournalsTest {
  private static final String VAULT = "v/.obsidian/app.json";

  @TempDir private Path folder;
  private OcrWorld world;

  @BeforeEach
  void build() {
    world = OcrWorld.in(folder.resolve("bucket"));
  }

  @Test
  void anArchiveBecomesOnePageAndItsEntries() {
    world.file("vault.zip", vault("Rain.", "Sun."));
    world.settle();

    assertEquals("notes", world.onlyPage().format());
    assertEquals(State.READ, world.onlyPage().state());
    assertEquals(2, world.onlyPage().account().orElseThrow().stored());
    assertEquals(List.of("Rain.", "Sun."), texts());
  }

  @Test
  void theSameArchiveTwiceIsOne() {
    world.file("vault.zip", vault("Rain.", "Sun."));
    world.file("copy.zip", vault("Rain.", "Sun."));
    world.settle();
    assertEquals(1, world.pages().size());
    assertEquals(2, world.entries().size());
  }

  @Test
  void aLaterArchiveReplacesWhatChanged() throws IOException {
    accepted("vault.zip", vault("Rain.", "Sun."));
    accepted("vault (1).zip", vault("Rain.", "Sun, then wind."));

    assertEquals(2, world.pages().size());
    assertEquals(List.of("Rain.", "Sun, then wind."), texts());
  }

  @Test
  void whatTheOwnerHidSurvivesALaterArchive() throws IOException {
    accepted("vault.zip", vault("Rain.", "Sun."));
    EntryRead rain =
        world.entries().stream().filter(e -> e.text().equals("Rain.")).findFirst().orElseThrow();
    var hide = new Correction(Optional.empty(), Optional.empty(), Optional.of(Status.PRIVATE));
    world.journal.save(hide.of(rain));
    accepted("vault.zip", vault("Rain. More.", "Sun."));

    assertEquals(
        Status.PRIVATE, world.journal.entry(OcrWorld.OWNER, rain.entry()).orElseThrow().status());
  }

  @Test
  void whatBreaksOffIsNotTakenInByHalves() throws IOException {
    byte[] bomb = ZipBytes.bomb("Journal.json", 40);
    var refused = assertInstanceOf(Outcome.Refused.class, send("day.zip", bomb));
    assertEquals(true, refused.problem().contains("zip bomb"));
    assertEquals(List.of(), world.entries());
    assertEquals(List.of(), world.pages());
  }

  @Test
  void anArchiveWithoutAJournalIsNamed() throws IOException {
    var refused = assertInstanceOf(Outcome.Refused.class, send("x.zip", ZipBytes.of("a.jpg", "x")));
    assertEquals(
        "x.zip holds no journal that is known (Day One, Journiv, notes of Obsidian or Logseq,"
            + " Markdown, CSV).",
        refused.problem());
  }

  @Test
  void aDiaryThatIsMendedLosesWhatItNoLongerSays() {
    world.file("diary.txt", "5 March 2024\nRain.\n\n6 March 2024\nSun.\n");
    world.settle();
    world.clock.pass(Duration.ofMinutes(1));
    world.file(
        "diary.txt", "5 March 2024\nRain.\n\n6 March 2024\nSun and wind.\n\n7 March 2024\nX.\n");
    world.settle();

    assertEquals(List.of("Rain.", "Sun and wind.", "X."), texts());
    assertEquals(1, world.pages().size());
  }

  @Test
  void twoEntriesOfADayStayInTheirOrder() {
    world.file("diary.txt", "5 March 2024\nB.\n\n5 March 2024\nA.\n\n5 March 2024\nC.\n");
    world.settle();

    assertEquals(3, world.entries().size());
    List<String> inOrder =
        world.entries().stream()
            .sorted(
                java.util.Comparator.comparing(
                    entry -> entry.writtenAt().map(Object::toString).orElse("0")))
            .map(EntryRead::text)
            .toList();
    assertEquals(List.of("B.", "A.", "C."), inOrder);
  }

  @Test
  void aRestartLeavesArchivesAlone() {
    world.file("vault.zip", vault("Rain.", "Sun."));
    world.settle();
    int flushes = world.events.flushes();
    OcrWorld again = world.restarted();
    again.watch.passOverKnown();
    again.settle();
    assertEquals(flushes, again.events.flushes());
  }

  private List<String> texts() {
    return world.entries().stream()
        .sorted(java.util.Comparator.comparing(entry -> entry.date().orElse(LocalDate.MAX)))
        .map(EntryRead::text)
        .toList();
  }

  private static byte[] vault(String fifth, String sixth) {
    return ZipBytes.of(VAULT, "{}", "v/2024-03-05.md", fifth, "v/2024-03-06.md", sixth);
  }

  private void accepted(String name, byte[] bytes) throws IOException {
    var _ = assertInstanceOf(Outcome.Accepted.class, send(name, bytes));
  }

  private Outcome send(String name, byte[] bytes) throws IOException {
    Path sent = Files.createTempFile(folder, "sent", "");
    Files.write(sent, bytes);
    Outcome outcome = world.uploads.take(OcrWorld.OWNER, sent, name);
    Files.deleteIfExists(sent);
    return outcome;
  }
}
