package io.chihiro.models.bucket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every bucket of models does.
abstract class ModelBucketContract {
  @TempDir Path folder;

  abstract ModelBucket bucket();

  @Test
  void whatIsPutIsGotByteForByte() throws IOException {
    byte[] bytes = {0, 1, -1, 127, -128};
    bucket().put("sbert/1/model.onnx", file(bytes));

    Path to = folder.resolve("got");
    bucket().get("sbert/1/model.onnx", to);

    assertArrayEquals(bytes, Files.readAllBytes(to));
  }

  @Test
  void keysAreListedInOrderByWhatTheyBeginWith() throws IOException {
    for (String key : List.of("vae/1/b", "sbert/2/a", "sbert/1/b", "sbert/1/a")) {
      bucket().put(key, file(new byte[1]));
    }

    assertEquals(List.of("sbert/1/a", "sbert/1/b"), bucket().keys("sbert/1/"));
    assertEquals(4, bucket().keys("").size());
  }

  @Test
  void whatIsPutAgainIsReplaced() throws IOException {
    bucket().put("sbert/1/model.json", file(new byte[] {1}));
    bucket().put("sbert/1/model.json", file(new byte[] {2, 3}));

    Path to = folder.resolve("got");
    bucket().get("sbert/1/model.json", to);

    assertArrayEquals(new byte[] {2, 3}, Files.readAllBytes(to));
  }

  @Test
  void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
    bucket().put("sbert/1/model.json", file(new byte[1]));

    bucket().delete("sbert/1/model.json");
    bucket().delete("sbert/1/model.json");

    assertEquals(List.of(), bucket().keys("sbert/"));
  }

  @Test
  void whatIsNotThereNamesTheBucket() {
    IOException problem =
        assertThrows(
            IOException.class, () -> bucket().get("sbert/1/nothing", folder.resolve("got")));

    assertEquals(true, String.valueOf(problem.getMessage()).contains(bucket().name()));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("from"), bytes);
  }
}
