package io.chihiro.ocr.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every bucket does.
abstract class BucketContract {
  @TempDir Path work;

  /// An empty one.
  abstract Bucket bucket();

  @Test
  void whatIsMovedInIsSeenAndLent() throws IOException {
    move("Rain.", "journal3/IMG 0001 é.HEIC");

    FileSight only = only(bucket().files());
    assertEquals("journal3/IMG 0001 é.HEIC", only.place());
    assertEquals(5, only.bytes());
    assertEquals(5, bucket().sight(only.place()).bytes());
    try (Lent lent = bucket().lend(only.place())) {
      assertEquals("Rain.", Files.readString(lent.file()));
    }
    assertTrue(bucket().holds(only.place(), 5));
    assertFalse(bucket().holds(only.place(), 6));
  }

  @Test
  void whatIsLentStaysAsItIs() throws IOException {
    move("Rain.", "a.md");
    FileSight before = bucket().sight("a.md");
    bucket().lend("a.md").close();

    assertEquals(before, bucket().sight("a.md"));
  }

  @Test
  void aFileMovedOverAnotherIsSeenAnew() throws IOException {
    move("Rain.", "a.md");
    FileSight before = bucket().sight("a.md");
    move("Rain, then sun.", "a.md");

    assertFalse(before.equals(bucket().sight("a.md")));
    try (Lent lent = bucket().lend("a.md")) {
      assertEquals("Rain, then sun.", Files.readString(lent.file()));
    }
  }

  @Test
  void whatIsNotThereIsSaidToBeMissing() {
    assertThrows(NoSuchFileException.class, () -> bucket().sight("none.md"));
    assertThrows(NoSuchFileException.class, () -> bucket().lend("none.md"));
    assertFalse(bucket().holds("none.md", 0));
    assertEquals(List.of(), bucket().files());
  }

  @Test
  void nestedFilesAreSeenAndHiddenOnesAreNot() throws IOException {
    move("1", "a/b/c.md");
    move("2", "a/d.md");
    hide();

    assertEquals(
        List.of("a/b/c.md", "a/d.md"),
        bucket().files().stream().map(FileSight::place).sorted().toList());
  }

  @Test
  void aPlaceThatClimbsIsRefused() {
    assertThrows(IOException.class, () -> bucket().lend("../other/a.md"));
    assertThrows(IOException.class, () -> move("x", "../other/a.md"));
  }

  /// Puts a hidden file beside the others.
  abstract void hide() throws IOException;

  void move(String text, String place) throws IOException {
    Path file = Files.createTempFile(work, "sent", "");
    Files.writeString(file, text);
    bucket().moveIn(file, place);
  }

  private static FileSight only(List<FileSight> files) {
    assertEquals(1, files.size());
    return files.getFirst();
  }
}
