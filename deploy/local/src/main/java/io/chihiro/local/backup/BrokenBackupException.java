package io.chihiro.local.backup;

import java.io.IOException;

/// A file that is not a whole backup; the message is a sentence for its owner.
public final class BrokenBackupException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenBackupException(String sentence) {
    super(sentence);
  }

  BrokenBackupException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
