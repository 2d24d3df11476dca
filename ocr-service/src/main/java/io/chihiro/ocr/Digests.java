package io.chihiro.ocr;

import io.chihiro.keys.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/// SHA-256 in lower-case hex: what a file or a text is, whatever it is called.
final class Digests {
  private static final int BUFFER_BYTES = 64 * 1024;

  private Digests() {}

  /// Of a file's bytes, streamed.
  static String of(Path file) throws IOException {
    MessageDigest digest = Sha256.begun();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Sha256.hex(digest);
  }

  /// Of some texts, in this order; a text cannot run over into the next.
  static String of(String... texts) {
    MessageDigest digest = Sha256.begun();
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return Sha256.hex(digest);
  }

  /// Of one page of a scan.
  ///
  /// @param scan of the whole file
  /// @param number counted from 1
  static String ofScan(String scan, int number) {
    return of(scan, "page", String.valueOf(number));
  }
}
