package io.chihiro.ocr.bucket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the bucket on this machine's disk, to be read until it is closed.
///
/// @param file where it is
/// @param copy whether it is a copy that goes when it is closed
public record Lent(Path file, boolean copy) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    if (copy) {
      Files.deleteIfExists(file);
    }
  }
}
