package io.chihiro.ocr.bucket;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBucketTest extends BucketContract {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @TempDir private Path root;
  private Bucket bucket = new FolderBucket(Path.of("."));

  @BeforeEach
  void open() {
    bucket = new FolderBucket(root);
  }

  @AfterEach
  void close() throws IOException {
    bucket.close();
  }

  @Test
  void aChangeAnywhereInTheTreeEndsTheWaiting() throws Exception {
    Files.createDirectories(root.resolve("journal1/deeper"));
    bucket.awaitChange(Duration.ofMillis(1));
    var _ = bucket.files();
    bucket.awaitChange(Duration.ofMillis(1));

    var writer = Thread.ofVirtual().start(() -> write(root.resolve("journal1/deeper/IMG_1.jpg")));
    assertTimeoutPreemptively(A_MINUTE.dividedBy(2), () -> bucket.awaitChange(A_MINUTE));
    writer.join();
  }

  @Test
  void aFolderThatHasComeIsHeardOnceItWasLookedAt() throws Exception {
    bucket.awaitChange(Duration.ofMillis(1));
    Files.createDirectories(root.resolve("new"));
    var _ = bucket.files();
    bucket.awaitChange(Duration.ofMillis(1));

    write(root.resolve("new/IMG_1.jpg"));
    assertTimeoutPreemptively(A_MINUTE.dividedBy(2), () -> bucket.awaitChange(A_MINUTE));
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "x");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
