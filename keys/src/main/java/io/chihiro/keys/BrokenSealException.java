package io.chihiro.keys;

/// Bytes that do not open although the key is there: changed, cut, or moved from another place. The
/// message never holds the content.
public final class BrokenSealException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSealException(String problem) {
    super(problem);
  }
}
