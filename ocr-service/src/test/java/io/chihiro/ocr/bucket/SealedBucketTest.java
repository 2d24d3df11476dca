package io.chihiro.ocr.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.keys.KeyPlaces;
import io.chihiro.keys.KeyRing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedBucketTest extends BucketContract {
  @TempDir private Path root;
  @TempDir private Path home;
  private KeyRing keys;
  private Bucket bucket = new FolderBucket(Path.of("."));

  @BeforeEach
  void open() {
    keys = KeyPlaces.in(home).open();
    bucket = new SealedBucket(new FolderBucket(root), keys, home.resolve("opened"));
  }

  @AfterEach
  void close() throws IOException {
    bucket.close();
  }

  @Test
  void whatIsHiddenIsLentOpenAndLiesSealed() throws IOException {
    hide("The lemon tree.", "uploads/a.md");

    String kept = Files.readString(root.resolve("uploads/a.md"), StandardCharsets.ISO_8859_1);
    assertFalse(kept.contains("lemon"));
    try (Lent lent = bucket.lend("uploads/a.md")) {
      assertEquals("The lemon tree.", Files.readString(lent.file()));
    }
  }

  @Test
  void nothingOpenIsLeftBehind() throws IOException {
    hide("The lemon tree.", "a.md");
    bucket.lend("a.md").close();

    try (Stream<Path> left = Files.list(home.resolve("opened"));
        Stream<Path> sent = Files.list(work)) {
      assertEquals(0, left.count());
      assertEquals(0, sent.count());
    }
  }

  @Test
  void whatSomebodyWasReadingWhenKilledIsRemovedAtTheNextStart() throws IOException {
    hide("The lemon tree.", "a.md");
    Lent open = bucket.lend("a.md");
    Lent before = bucket.lend("a.md");
    Files.setLastModifiedTime(before.file(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    bucket.close();
    open();

    assertFalse(Files.exists(before.file()));
    // One of this very process is still being read.
    assertTrue(Files.exists(open.file()));
  }

  @Test
  void itsOwnerMayMoveAHiddenFile() throws IOException {
    hide("The lemon tree.", "a.md");
    Files.move(root.resolve("a.md"), root.resolve("b.md"));

    try (Lent lent = bucket.lend("b.md")) {
      assertEquals("The lemon tree.", Files.readString(lent.file()));
    }
  }

  @Test
  void aFileWhoseUserIsForgottenIsMissing() throws IOException {
    hide("The lemon tree.", "a.md");
    keys.destroy("ana");

    assertThrows(NoSuchFileException.class, () -> bucket.lend("a.md"));
  }

  private void hide(String text, String place) throws IOException {
    Path file = Files.createTempFile(work, "sent", "");
    Files.writeString(file, text);
    bucket.hideIn("ana", file, place);
  }

  @Override
  Bucket bucket() {
    return bucket;
  }

  @Override
  void hide() throws IOException {
    Files.writeString(root.resolve(".hidden.md"), "x");
  }
}
