package io.chihiro.models;

/// A model's folder cannot be used; the message is a sentence that names the file and what is
/// wrong with it.
public final class BrokenModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// With a sentence that names the file.
  public BrokenModelException(String message) {
    super(message);
  }

  /// With a sentence that names the file, and what lies beneath.
  public BrokenModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
