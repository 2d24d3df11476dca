package io.chihiro.models.index;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What an index says about itself, as JSON with the number of its format: written last, so that an
/// index without it is none.
///
/// @param type of the card; it has a `format`
/// @param format what this program writes, and the only one it reads
public record CardFile<T>(Class<T> type, int format) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /// Of which another format may say more.
  private record Format(int format) {}

  /// Writes a card.
  public void write(Path file, T card) throws IOException {
    Path _ = Files.write(file, JSON.writeValueAsBytes(card));
  }

  /// Reads a card.
  ///
  /// @throws BrokenModelException in a sentence that names the file
  public T read(Path file) {
    try {
      byte[] json = Files.readAllBytes(file);
      int found = formatOf(json);
      if (found != format) {
        throw new BrokenModelException(
            "%s is of format %d, this program reads format %d".formatted(file, found, format));
      }
      return JSON.readValue(json, type);
    } catch (NoSuchFileException e) {
      throw new BrokenModelException(file + " is missing: no index was written whole there", e);
    } catch (IOException e) {
      throw new BrokenModelException(file + " is no card of an index that can be read", e);
    }
  }

  private static int formatOf(byte[] json) throws IOException {
    return JSON.reader()
        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(json, Format.class)
        .format();
  }
}
