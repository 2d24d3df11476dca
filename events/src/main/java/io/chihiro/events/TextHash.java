package io.chihiro.events;

import io.chihiro.keys.Sha256;

/// SHA-256 of a text, in hex: ties a day's vectors to the text they were made from.
public final class TextHash {
  private TextHash() {}

  /// 64 hexadecimal digits.
  public static String of(String text) {
    return Sha256.of(text);
  }
}
