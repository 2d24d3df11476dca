package io.chihiro.ocr.bucket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderBucketTest extends BucketContract {
  @TempDir private Path root;
  private Bucket bucket = new FolderBucket(Path.of("."));

  @BeforeEach
  void open() {
    bucket = new FolderBucket(root);
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
