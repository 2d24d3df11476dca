package io.chihiro.ocr;

/// The journal cannot be used just now; the message is a sentence for the caller.
public final class JournalUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JournalUnavailableException(String sentence) {
    super(sentence);
  }

  JournalUnavailableException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
