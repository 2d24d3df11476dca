package io.chihiro.models.index;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /// Of which another format may say more.
  private record Format(int format) {}

  /// Reads the card and compares every file that it names.
  ///
  /// @throws BrokenModelException in a sentence that names the file
  static IndexCard verified(Path folder) {
    IndexCard card = read(folder.resolve(FILE));
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
    IndexCard card = new IndexCard(FORMAT, kind, width, count, files);
    Files.write(folder.resolve(FILE), JSON.writeValueAsBytes(card));
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

  private static IndexCard read(Path file) {
    try {
      byte[] json = Files.readAllBytes(file);
      int format = format(json);
      if (format != FORMAT) {
        throw new BrokenModelException(
            "%s is of format %d, this program reads format %d".formatted(file, format, FORMAT));
      }
      return JSON.readValue(json, IndexCard.class);
    } catch (NoSuchFileException e) {
      throw new BrokenModelException(file + " is missing: no index was written whole there", e);
    } catch (IOException e) {
      throw new BrokenModelException(file + " is no card of an index that can be read", e);
    }
  }

  private static int format(byte[] json) throws IOException {
    return JSON.reader()
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(json, Format.class)
        .format();
  }
}
