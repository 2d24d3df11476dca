package io.chihiro.ocr.digital;

import io.chihiro.door.upload.BrokenUploadException;
import java.io.IOException;

/// How one program writes journals. Without state.
interface JournalFormat {
  /// Whether a file that begins so is of this format.
  boolean recognises(Head head, RowRules rules);

  /// Shows every row, in the order of the file, without holding more than one in memory.
  ///
  /// @throws BrokenUploadException if the file cannot be read on
  void read(Member member, RowRules rules, Rows rows) throws IOException;
}
