package io.chihiro.keys;

/// Keys that cannot be used, in a sentence for whoever runs the system. It names files, never keys.
public final class UnusableKeysException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableKeysException(String sentence) {
    super(sentence);
  }

  UnusableKeysException(String sentence, Exception cause) {
    super(sentence, cause);
  }
}
