package io.chihiro.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// Tells one state of a file from the next without reading it. Every state is a file of its own
/// that was moved into place, so its number in the file system changes too.
record FileStamp(FileTime modified, long bytes, String number) {
  /// The file as it is now; empty if there is none.
  static Optional<FileStamp> of(Path file) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(
          new FileStamp(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey())));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
