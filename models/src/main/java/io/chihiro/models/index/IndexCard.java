package io.chihiro.models.index;

import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What an index's folder says about itself: `index.json`, written last.
///
/// @param format which files there are and how they are laid out
/// @param kind who reads them
/// @param width numbers in a vector
/// @param count how many vectors there are
/// @param files every other file, with what it must be
record IndexCard(int format, Indexes kind, int width, int count, Map<String, FileSum> files) {
  static final String FILE = "index.json";

  /// What this program writes, and the only one it reads.
  static final int FORMAT = 1;

  private static final CardFile<IndexCard> CARD = new CardFile<>(IndexCard.class, FORMAT);

  /// Reads the card and compares every file that it names.
  ///
  /// @throws BrokenModelException in a sentence that names the file
  static IndexCard verified(Path folder) {
    IndexCard card = CARD.read(folder.resolve(FILE));
    card.files.forEach((name, sum) -> sum.verify(folder.resolve(name)));
    return card;
  }

  /// Describes the files that lie in a folder, and puts the card beside them.
  static void write(Path folder, Indexes kind, int width, int count) throws IOException {
    Map<String, FileSum> files = new TreeMap<>();
    try (Stream<Path> written = Files.list(folder)) {
      for (Path file : written.toList()) {
        files.put(folder.relativize(file).toString(), FileSum.of(file));
      }
    }
    CARD.write(folder.resolve(FILE), new IndexCard(FORMAT, kind, width, count, files));
  }

  /// Whether a file is there and as long as it must be.
  void expect(Path folder, String name, long bytes) {
    FileSum sum = files.get(name);
    if (sum == null || sum.bytes() != bytes) {
      throw new BrokenModelException(
          "%s speaks of %d vectors of %d numbers, which its %s does not hold"
              .formatted(folder.resolve(FILE), count, width, name));
    }
  }
}
