package io.chihiro.ocr.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folder tree, on a disk or over NFS.
public final class FolderBucket implements Bucket {
  private static final String HIDDEN = ".";

  private final Path root;
  private final FolderEvents events = new FolderEvents();

  /// A tree.
  ///
  /// @param root is created if it is missing
  public FolderBucket(Path root) {
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
  private Path file(String place) throws IOException {
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

  @Override
  public FileSight sight(String place) throws IOException {
    return sight(place, Files.readAttributes(file(place), BasicFileAttributes.class));
  }

  @Override
  public Lent lend(String place) throws IOException {
    Path file = file(place);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(place);
    }
    return new Lent(file, false);
  }

  // Without following links.
  @Override
  public List<FileSight> files() {
    List<FileSight> files = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Collector(files));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into the journal's folder", e);
    }
    return files;
  }

  @Override
  public void moveIn(Path file, String place) throws IOException {
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

  @Override
  public void delete(String place) throws IOException {
    Files.deleteIfExists(file(place));
  }

  @Override
  public void awaitChange(Duration patience) throws InterruptedException {
    events.await(patience);
  }

  @Override
  public void close() throws IOException {
    events.close();
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
      if (isHidden(folder) && !folder.equals(root)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      events.listen(folder);
      return FileVisitResult.CONTINUE;
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
