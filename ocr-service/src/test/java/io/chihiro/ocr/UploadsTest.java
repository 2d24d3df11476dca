package io.chihiro.ocr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.PageScanned.State;
import io.chihiro.ocr.Uploads.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
  @TempDir private Path folder;
  private OcrWorld world;

  @BeforeEach
  void build() {
    world = OcrWorld.in(folder.resolve("bucket"));
  }

  @Test
  void anUploadedPhotoWaitsForItsReaderAtOnce() throws IOException {
    assertInstanceOf(Outcome.Accepted.class, send("IMG 1.png", OcrWorld.png(1)));

    assertEquals(State.WAITING, world.onlyPage().state());
    assertTrue(world.onlyPage().place().endsWith("-IMG 1.png"));
    assertEquals(0, world.seen.waiting());
  }

  @Test
  void theWatchFindsNothingNewInAnUpload() throws IOException {
    send("a.png", OcrWorld.png(1));
    world.settle();
    assertEquals(1, world.pages().size());
    assertEquals(1, world.engine.asked());
  }

  @Test
  void aNameCannotClimbOutOfTheBucket() throws IOException {
    for (String name : List.of("../../evil.png", "..\\..\\evil.png", "/etc/evil.png", "...png")) {
      send(name, OcrWorld.png(name.hashCode()));
    }
    assertTrue(world.pages().stream().allMatch(page -> page.place().startsWith("uploads/")));
    try (var files = Files.walk(folder)) {
      assertTrue(
          files
              .filter(Files::isRegularFile)
              .allMatch(file -> file.startsWith(folder.resolve("bucket/uploads"))));
    }
  }

  @Test
  void aFileThatCannotBeTakenInIsRefusedByNameAndNotKept() throws IOException {
    var refused = assertInstanceOf(Outcome.Refused.class, send("a.jpg", "text".getBytes(UTF_8)));
    assertEquals("a.jpg is named like a photo but holds text.", refused.problem());
    assertEquals(List.of(), world.pages());
  }

  @Test
  void aPhotoThatIsKnownIsNotKeptTwice() throws IOException {
    world.photo("a.png", 1, "Rain.");
    world.settle();
    var accepted = assertInstanceOf(Outcome.Accepted.class, send("b.png", OcrWorld.png(1)));

    assertEquals(State.READ, accepted.taken().page().state());
    assertEquals(1, accepted.taken().entries().size());
    assertTrue(Files.notExists(folder.resolve("bucket/uploads")));
  }

  @Test
  void aNewVersionOfADaysTextReplacesTheOneBefore() throws IOException {
    send("2024-03-05.md", "Rain.".getBytes(UTF_8));
    send("2024-03-05.md", "Rain, then sun.".getBytes(UTF_8));
    assertEquals("Rain, then sun.", world.onlyEntry().text());
  }

  @Test
  void twoNotesOfOneNameAreTwoEntries() throws IOException {
    send("note.md", "Rain.".getBytes(UTF_8));
    send("note.md", "Sun.".getBytes(UTF_8));
    assertEquals(2, world.entries().size());
  }

  private Outcome send(String name, byte[] bytes) throws IOException {
    Path sent = Files.createTempFile(folder, "sent", "");
    Files.write(sent, bytes);
    Outcome outcome = world.uploads.take(OcrWorld.OWNER, sent, name);
    Files.deleteIfExists(sent);
    return outcome;
  }
}
