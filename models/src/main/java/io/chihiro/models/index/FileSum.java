package io.chihiro.models.index;

import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// What a file must be, so that a broken one is noticed: it is no defence against a forged one.
///
/// @param bytes its length
/// @param crc32c its checksum, which processors work out as quickly as they read
public record FileSum(long bytes, String crc32c) {
  private static final int READ_BYTES = 1 << 20;

  /// Of a file as it is.
  public static FileSum of(Path file) throws IOException {
    return new FileSum(Files.size(file), checksum(file));
  }

  /// Compares a file with it.
  ///
  /// @throws BrokenModelException in a sentence that names the file
  public void verify(Path file) {
    try {
      long length = Files.size(file);
      if (length != bytes) {
        throw new BrokenModelException(
            "%s has %,d bytes instead of %,d: it was not written whole"
                .formatted(file, length, bytes));
      }
      if (!checksum(file).equals(crc32c)) {
        throw new BrokenModelException(file + " is not what was written: its checksum differs");
      }
    } catch (NoSuchFileException e) {
      throw new BrokenModelException(file + " is missing", e);
    } catch (IOException e) {
      throw new BrokenModelException(file + " cannot be read", e);
    }
  }

  // Read, not mapped: what is mapped counts as memory of the process from then on.
  private static String checksum(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    ByteBuffer bytes = ByteBuffer.allocateDirect(READ_BYTES);
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(bytes) >= 0) {
        checksum.update(bytes.flip());
        bytes.clear();
      }
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
