package io.chihiro.models;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder with all that lies in it, for its owner alone.
///
/// @param path need not be there
public record OwnersFolder(Path path) {
  /// Lets nobody else look into it.
  public void closeToOthers() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.toList()) {
        String owners = Files.isDirectory(each) ? "rwx------" : "rw-------";
        Path _ = Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(owners));
      }
    }
  }

  /// Deletes it, if it is there.
  public void delete() throws IOException {
    if (Files.exists(path)) {
      Path _ = Files.walkFileTree(path, new Deletion());
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
