package io.chihiro.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// Files that only their owner can read, each there whole or not at all, also after a power cut.
public final class OwnerFile {
  private static final FileAttribute<Set<PosixFilePermission>> FILE = only("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> FOLDER = only("rwx------");
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

  /// Writes over a file and deletes it; nothing happens if there is none.
  static void destroy(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    byte[] noise = new byte[Math.toIntExact(Files.size(file))];
    RANDOM.nextBytes(noise);
    write(file, noise);
    Files.deleteIfExists(file);
    settle(file);
  }

  private static Path fresh(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(folder(parent(file)), ".fresh-", ".new", FILE);
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
