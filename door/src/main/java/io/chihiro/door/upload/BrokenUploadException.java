package io.chihiro.door.upload;

import java.io.IOException;

/// An upload that cannot be read on; the message is a sentence for the owner and names the file.
public final class BrokenUploadException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  public BrokenUploadException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public BrokenUploadException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /// What the owner reads.
  public String sentence() {
    return sentence;
  }
}
