package io.chihiro.ingest.history;

import java.io.IOException;

/// A history that cannot be read on; the message is a sentence for the owner and names the file.
public final class BrokenHistoryException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  BrokenHistoryException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  BrokenHistoryException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /// What the owner reads.
  public String sentence() {
    return sentence;
  }
}
