package io.chihiro.ocr.photo;

/// A file that is no photo we can read; the message is a sentence for the owner.
public final class UnusablePhotoException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusablePhotoException(String sentence) {
    super(sentence);
  }

  public UnusablePhotoException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
