package io.chihiro.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Stream;

/// Files that only their owner can read, each there whole or not at all, also after a power cut.
public final class OwnerFile {
  private static final FileAttribute<Set<PosixFilePermission>> FILE = only("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER = only("rwx------");

  // A backup leaves out what ends like this.
  private static final String FRESH = ".fresh-";
  private static final String FRESH_ENDING = ".new";
  private static final String GOING = ".going-";
  private static final String GOING_ENDING = ".part";
  private static final SecureRandom RANDOM = new SecureRandom();

  private OwnerFile() {}

  private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  /// A folder that only its owner can look into; one that is there stays as it is.
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, FOLDER);
  }

  /// Writes a file unless there is one.
  ///
  /// @return false if there was one; it is untouched
  public static boolean create(Path file, byte[] content) throws IOException {
    Path fresh = fresh(file, content);
    try {
      // Unlike a move, a link never takes the place of a file that another process has just made.
      Files.createLink(file, fresh);
      settle(file);
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    } finally {
      Files.delete(fresh);
    }
  }

  /// Writes a file in place of the one before, if there is one.
  public static void replace(Path file, byte[] content) throws IOException {
    Files.move(
        fresh(file, content),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    settle(file);
  }

  /// Takes a file away, writes over it and deletes it; nothing happens if there is none. Whoever
  /// reads it meanwhile sees all of it or none.
  static void destroy(Path file) throws IOException {
    Path going = parent(file).resolve(GOING + file.getFileName() + GOING_ENDING);
    try {
      Files.move(file, going, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException _) {
      return;
    }
    settle(file);
    shred(going);
  }

  /// Clears away what somebody who was killed has left half done in a folder. Only for whoever is
  /// alone in writing there.
  static void sweep(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path left : all.filter(OwnerFile::isHalfDone).toList()) {
        shred(left);
      }
    }
  }

  private static boolean isHalfDone(Path file) {
    String name = String.valueOf(file.getFileName());
    return (name.startsWith(FRESH) && name.endsWith(FRESH_ENDING))
        || (name.startsWith(GOING) && name.endsWith(GOING_ENDING));
  }

  private static void shred(Path file) throws IOException {
    byte[] noise = new byte[Math.toIntExact(Files.size(file))];
    RANDOM.nextBytes(noise);
    write(file, noise);
    Files.deleteIfExists(file);
    settle(file);
  }

  private static Path fresh(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(folder(parent(file)), FRESH, FRESH_ENDING, FILE);
    write(fresh, content);
    return fresh;
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        int _ = channel.write(left);
      }
      channel.force(true);
    }
  }

  // What a folder holds is only safe once the folder itself is on the disk.
  private static void settle(Path file) throws IOException {
    try (FileChannel folder = FileChannel.open(parent(file), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private static Path parent(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException("there is no folder for " + file);
    }
    return parent;
  }
}
