package io.chihiro.ocr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EntryRead;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.ocr.Uploads.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalExportTest {
  @TempDir private Path folder;
  private OcrWorld world;

  @BeforeEach
  void live() {
    world = OcrWorld.in(folder.resolve("first"));
    world.photo("2024/a.png", 1, "Tuesday 5 March 2024\nRain.");
    world.photo("b.png", 2, "Undated, with \"quotes\".");
    world.file(
        "2024-03-05.md", "  Typed.\n\n<!-- chihiro x confirmed -->\n\\<!-- chihiro y\n---\nEnd.");
    world.file("diary.txt", "6 March 2024\nB.\n\n6 March 2024\nA.\n\n7 March 2024\nHidden.\n");
    world.file("2024-03-08.md", "Thrown away.");
    world.settle();
    retype("Undated, with \"quotes\".", "Undated.");
    mark("Hidden.", Status.PRIVATE);
    mark("Thrown away.", Status.DISCARDED);
  }

  @Test
  void anExportComesBackAsTheSameEntries() throws IOException {
    OcrWorld second = OcrWorld.in(folder.resolve("second"));
    var accepted =
        assertInstanceOf(
            Outcome.Accepted.class, send(second, "chihiro-journal.zip", export(world)));

    assertEquals("export", accepted.taken().page().format());
    assertEquals(7, accepted.taken().page().account().orElseThrow().rows());
    assertEquals(1, accepted.taken().page().account().orElseThrow().waiting());
    assertEquals(world.entries(), second.entries());
  }

  @Test
  void theSameJournalGivesTheSameBytes() throws IOException {
    assertArrayEquals(export(world), export(world));
  }

  @Test
  void whereItCameFromNothingChanges() throws IOException {
    var before = world.entries();
    var _ = send(world, "e.zip", export(world));
    assertEquals(before, world.entries());
  }

  @Test
  void whatIsPrivateOrDiscardedLiesApart() throws IOException {
    SortedMap<String, String> files = files(export(world));
    assertEquals(
        List.of(
            "days/2024-03-05.md",
            "days/2024-03-06.md",
            "days/undated.md",
            "discarded/2024-03-08.md",
            "originals.csv",
            "private/2024-03-07.md"),
        List.copyOf(files.keySet()));
    assertTrue(
        files
            .getOrDefault("days/2024-03-05.md", "")
            .startsWith("---\ndate: 2024-03-05\nchihiro: 1\n"));
    assertTrue(files.getOrDefault("originals.csv", "").contains("2024/a.png,"));
    assertTrue(files.getOrDefault("private/2024-03-07.md", "").contains(" private -->\nHidden."));
  }

  @Test
  void aPrivateDayThatIsSentAloneStaysPrivate() throws IOException {
    OcrWorld second = OcrWorld.in(folder.resolve("second"));
    byte[] day =
        files(export(world))
            .getOrDefault("private/2024-03-07.md", "")
            .getBytes(StandardCharsets.UTF_8);
    var _ = send(second, "2024-03-07.md", day);

    assertEquals(Status.PRIVATE, second.onlyEntry().status());
    assertEquals(Optional.of(LocalDate.of(2024, 3, 7)), second.onlyEntry().date());
  }

  @Test
  void aStatusThatNobodyKnowsIsTakenForPrivate() throws IOException {
    OcrWorld second = OcrWorld.in(folder.resolve("second"));
    String day =
        files(export(world))
            .getOrDefault("private/2024-03-07.md", "")
            .replace(" private -->", " prvate -->");
    var _ = send(second, "2024-03-07.md", day.getBytes(StandardCharsets.UTF_8));
    assertEquals(Status.PRIVATE, second.onlyEntry().status());
  }

  private void mark(String text, Status status) {
    EntryRead entry =
        world.entries().stream().filter(each -> each.text().equals(text)).findFirst().orElseThrow();
    var change = new Correction(Optional.empty(), Optional.empty(), Optional.of(status));
    world.journal.save(change.of(entry));
  }

  private void retype(String text, String words) {
    EntryRead entry =
        world.entries().stream().filter(each -> each.text().equals(text)).findFirst().orElseThrow();
    var change = new Correction(Optional.empty(), Optional.of(words), Optional.empty());
    world.journal.save(change.of(entry));
  }

  private static byte[] export(OcrWorld from) throws IOException {
    var out = new ByteArrayOutputStream();
    new JournalExport(from.journal).write(OcrWorld.OWNER, out);
    return out.toByteArray();
  }

  private static SortedMap<String, String> files(byte[] zip) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private Outcome send(OcrWorld to, String name, byte[] bytes) throws IOException {
    Path sent = Files.createTempFile(folder, "sent", "");
    Files.write(sent, bytes);
    Outcome outcome = to.uploads.take(OcrWorld.OWNER, sent, name);
    Files.deleteIfExists(sent);
    return outcome;
  }
}
