package io.chihiro.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A secret of one line in a file of its own.
final class SecretFile {
  private static final int SHORTEST_CHARACTERS = 32;

  private SecretFile() {}

  /// The secret.
  ///
  /// @param whose as an error may tell it
  /// @throws IllegalStateException if the file does not hold one
  static byte[] read(Path file, String whose) {
    byte[] secret = bytes(file, whose);
    if (secret.length < SHORTEST_CHARACTERS) {
      throw new IllegalStateException(whose + " is too short to be one");
    }
    return secret;
  }

  private static byte[] bytes(Path file, String whose) {
    try {
      return Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the file of " + whose, e);
    }
  }
}
