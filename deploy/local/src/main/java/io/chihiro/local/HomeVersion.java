package io.chihiro.local;

import io.chihiro.keys.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The version of a home, in a file of its own: a launcher that is too old leaves the home alone.
///
/// It is raised by whatever a Chihiro of before could not read or would misread: files in another
/// place or form, a broker's or a cache's format of disk, a raised version of a record. A home
/// without the file is of before there were versions, and is taken over as it is.
final class HomeVersion {
  static final String FILE = "version";

  private static final int NOW = 1;

  private HomeVersion() {}

  /// Writes the version into a home that has none.
  ///
  /// @throws TroubleException if a newer Chihiro wrote it; nothing is changed then
  static void demandKnown(Path home) throws IOException {
    Path file = home.resolve(FILE);
    if (!Files.exists(file)) {
      write(file);
      return;
    }
    if (read(file) > NOW) {
      throw new TroubleException(
          "%s was written by a newer Chihiro (its home has version %d, this one knows %d): start it with that one."
              .formatted(home, read(file), NOW));
    }
  }

  private static int read(Path file) throws IOException {
    String said = Files.readString(file).strip();
    if (!said.matches("[1-9][0-9]{0,8}")) {
      throw new TroubleException(file + " should hold the version of the home, a number.");
    }
    return Integer.parseInt(said);
  }

  private static void write(Path file) throws IOException {
    boolean _ = OwnerFile.create(file, (NOW + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
