package io.chihiro.ocr.digital;

import java.io.IOException;

/// A journal that cannot be read on; the message is a sentence that names the file.
public final class BrokenJournalException extends IOException {
  private static final long serialVersionUID = 1L;

  public BrokenJournalException(String sentence) {
    super(sentence);
  }

  public BrokenJournalException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
