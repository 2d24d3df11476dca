package io.chihiro.ocr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The watched folder tree. Files and folders whose names begin with a dot are not part of it.
final class Bucket {
  private static final String HIDDEN = ".";

  private final Path root;

  /// @param root is created if it is missing
  Bucket(Path root) {
    try {
      Files.createDirectories(root);
      this.root = root.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the journal's folder " + root, e);
    }
  }

  /// Where the file of a place lies.
  ///
  /// @throws IOException if the place does not lie in the bucket
  Path file(String place) throws IOException {
    try {
      Path file = root.resolve(place).normalize();
      if (file.startsWith(root)) {
        return file;
      }
      throw new IOException(place + " lies outside of the journal's folder");
    } catch (InvalidPathException e) {
      throw new IOException(place + " is no name a file can have here", e);
    }
  }

  /// A file as it is now.
  FileSight sight(String place) throws IOException {
    return sight(place, Files.readAttributes(file(place), BasicFileAttributes.class));
  }

  /// Whether a file of this size lies at a place.
  boolean holds(String place, long bytes) {
    try {
      return sight(place).bytes() == bytes;
    } catch (IOException e) {
      // Gone, or not to be reached: either way it is not there for us.
      return false;
    }
  }

  /// Every file of the tree, without following links. What cannot be looked into is left out.
  List<FileSight> files() {
    List<FileSight> files = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Collector(files));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into the journal's folder", e);
    }
    return files;
  }

  /// Moves a file into the tree, whole or not at all, over whatever was there.
  void moveIn(Path file, String place) throws IOException {
    Path target = file(place);
    Files.createDirectories(target.resolveSibling(""));
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      // Another disk: copied under a hidden name first, so that nobody sees half of it.
      Path hidden = target.resolveSibling(HIDDEN + target.getFileName());
      Files.copy(file, hidden, StandardCopyOption.REPLACE_EXISTING);
      Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static FileSight sight(String place, BasicFileAttributes attributes) {
    return new FileSight(place, attributes.size(), attributes.lastModifiedTime().toInstant());
  }

  private final class Collector extends SimpleFileVisitor<Path> {
    private final List<FileSight> files;

    Collector(List<FileSight> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return isHidden(folder) && !folder.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !isHidden(file)) {
        files.add(sight(root.relativize(file).toString().replace('\\', '/'), attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(HIDDEN);
    }
  }
}
