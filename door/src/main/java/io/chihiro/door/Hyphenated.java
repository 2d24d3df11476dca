package io.chihiro.door;

import java.util.Locale;

/// How a constant is called outside of the program: `login-needed`.
public final class Hyphenated {
  private Hyphenated() {}

  /// In small letters, with hyphens.
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
