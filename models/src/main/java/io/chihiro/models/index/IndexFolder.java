package io.chihiro.models.index;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/// Where an index is written: beside its place, and moved there when it is whole, so that
/// whoever finds a folder finds all of it.
final class IndexFolder {
  private static final Set<PosixFilePermission> OWNERS =
      PosixFilePermissions.fromString("rw-------");

  private IndexFolder() {}

  /// Writes an index's files, all but the card, and says how many vectors they hold.
  interface Content {
    int writeInto(Path temporary) throws IOException;
  }

  /// @throws FileAlreadyExistsException if there is something in its place: what may be served
  ///     is never written over
  static void write(Path folder, Indexes kind, int width, Content content) throws IOException {
    Path place = folder.toAbsolutePath();
    if (Files.exists(place)) {
      throw new FileAlreadyExistsException(
          folder + " is there already: every version of an index has a folder of its own");
    }
    Path beside = Files.createDirectories(place.resolve("..").normalize());
    Path temporary = Files.createTempDirectory(beside, ".writing-");
    try {
      int count = content.writeInto(temporary);
      IndexCard.write(temporary, kind, width, count);
      closeToOthers(temporary);
      Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(temporary);
    }
  }

  // The folder is one that only its owner can look into already; its files shall be no less.
  private static void closeToOthers(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Path _ = Files.setPosixFilePermissions(file, OWNERS);
      }
    }
  }

  // It holds files alone.
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
