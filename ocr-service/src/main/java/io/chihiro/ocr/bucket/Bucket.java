package io.chihiro.ocr.bucket;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Where originals lie. Nothing in it is ever changed, and deleted only what its owner wants
/// forgotten. Thread-safe.
///
/// Files and folders whose names begin with a dot are not part of it.
public interface Bucket extends AutoCloseable {
  /// Every file of it. What cannot be looked into is left out.
  ///
  /// @throws java.io.UncheckedIOException if the bucket cannot be looked into at all
  List<FileSight> files();

  /// A file as it is now.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  FileSight sight(String place) throws IOException;

  /// A file to read.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  Lent lend(String place) throws IOException;

  /// Moves a file of this machine in, whole or not at all, over whatever was there.
  void moveIn(Path file, String place) throws IOException;

  /// Moves a file in that holds text. Where the bucket can, nobody reads it there but whoever it is
  /// lent to.
  ///
  /// @param user whose text it is
  default void hideIn(String user, Path file, String place) throws IOException {
    moveIn(file, place);
  }

  /// Deletes a file; one that is not there is as good as deleted.
  ///
  /// @throws IOException if it stays
  void delete(String place) throws IOException;

  /// Returns once something may have changed, at the latest after `patience`.
  default void awaitChange(Duration patience) throws InterruptedException {
    Thread.sleep(patience);
  }

  @Override
  void close() throws IOException;

  /// Whether a file of this size lies at a place.
  default boolean holds(String place, long bytes) {
    try {
      return sight(place).bytes() == bytes;
    } catch (IOException e) {
      // Gone, or not to be reached: either way it is not there for us.
      return false;
    }
  }
}
