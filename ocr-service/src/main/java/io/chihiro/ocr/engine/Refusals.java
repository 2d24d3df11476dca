package io.chihiro.ocr.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Tells a model's refusal from a page: fewer than {@value #WORDS} words that begin as one of the
/// lines of `refusals.txt` does. A long page may begin with an apology and still be a page.
final class Refusals {
  private static final int WORDS = 20;
  private static final List<String> BEGINNINGS =
      resource("refusals.txt")
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();

  private Refusals() {}

  static boolean isOne(String answer) {
    var plain = answer.strip().replace('’', '\'').replace('‘', '\'').toLowerCase(Locale.ROOT);
    return plain.split("\\s+").length < WORDS && BEGINNINGS.stream().anyMatch(plain::startsWith);
  }

  /// A text that lies beside this class.
  static String resource(String name) {
    try (var in = Refusals.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }
}
