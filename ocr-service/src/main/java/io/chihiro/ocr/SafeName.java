package io.chihiro.ocr;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// A file name that an upload may have in the bucket: no folders, no dots in front, not too long.
final class SafeName {
  private static final int LONGEST_BYTES = 150;
  private static final String NAMELESS = "file";

  private SafeName() {}

  /// The last part of whatever a client called its file, with unusual characters replaced.
  static String of(String given) {
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String plain =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}._ -]", "_")
            .replaceAll("^[. ]+", "")
            .strip();
    return plain.isEmpty() ? NAMELESS : shortened(plain);
  }

  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    String kind = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
    String stem = name.substring(0, name.length() - kind.length());
    while ((stem + kind).getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + kind;
  }
}
