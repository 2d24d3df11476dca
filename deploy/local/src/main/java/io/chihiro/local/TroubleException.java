package io.chihiro.local;

/// Something that the person at the terminal has to know, as a sentence. It ends the command.
final class TroubleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TroubleException(String sentence) {
    super(sentence);
  }

  TroubleException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
