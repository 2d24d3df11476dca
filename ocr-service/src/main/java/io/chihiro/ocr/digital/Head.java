package io.chihiro.ocr.digital;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// How a file is called and begins.
///
/// @param path as in its archive, or its name
/// @param text its first characters, without a byte order mark; wrong bytes are replaced
/// @param whole whether that is all of it
record Head(String path, String text, boolean whole) {
  static final int BYTES = 64 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// Looks ahead; the stream stays where it is.
  static Head of(String path, BufferedInputStream content) throws IOException {
    content.mark(BYTES + 1);
    byte[] bytes = content.readNBytes(BYTES);
    content.reset();
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new Head(path, withoutMark(text), bytes.length < BYTES);
  }

  static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /// What follows the last dot of the name, in lower case; empty without one.
  String extension() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /// The first line that holds something, if all of it could be seen.
  String firstLine() {
    String begun = text.stripLeading();
    int end = begun.indexOf('\n');
    return end < 0 ? begun : begun.substring(0, end).stripTrailing();
  }
}
