package io.chihiro.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files of a model on disk: what they hold, in digests, and whether that is still so.
final class ModelFiles {
  private ModelFiles() {}

  /// Compares a file with the digest that was taken when it was written.
  ///
  /// @throws BrokenModelException if it is missing or is not what was written
  static void verify(Path file, String digest) {
    try {
      if (!digest(file).equals(digest)) {
        throw new BrokenModelException(file + " is not what was written: its SHA-256 differs");
      }
    } catch (NoSuchFileException e) {
      throw new BrokenModelException(file + " is missing", e);
    } catch (IOException e) {
      throw new BrokenModelException(file + " cannot be read", e);
    }
  }

  /// The SHA-256 of every file of a folder but the card, by name.
  static Map<String, String> digests(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.filter(file -> !file.endsWith(ModelFolder.CARD)).toList();
      Map<String, String> digests = new TreeMap<>();
      for (Path file : all) {
        digests.put(folder.relativize(file).toString(), digest(file));
      }
      return digests;
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
      long _ = digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
