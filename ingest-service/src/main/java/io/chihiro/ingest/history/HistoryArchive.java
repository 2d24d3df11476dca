package io.chihiro.ingest.history;

import io.chihiro.door.upload.UploadedFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// An uploaded file that may hold histories: a zip of any depth of folders, or one loose file.
public final class HistoryArchive {
  private static final int BUFFER_BYTES = 128 * 1024;

  /// What is done with each history found.
  public interface Visitor {
    void visit(HistoryFile file) throws IOException, InterruptedException;
  }

  /// What an archive held.
  ///
  /// @param histories files that were a history
  /// @param others files that were not
  public record Contents(int histories, int others) {}

  private final UploadedFiles files;
  private final Optional<CsvMapping> mapping;

  /// An uploaded file.
  ///
  /// @param name what the owner called it, for messages
  /// @param file where its bytes are
  /// @param mapping of the columns of tables that need one
  public HistoryArchive(String name, Path file, Optional<CsvMapping> mapping) {
    this.files = new UploadedFiles(name, file);
    this.mapping = mapping;
  }

  /// Shows every history in it, in the order of their names.
  ///
  /// @throws io.chihiro.door.upload.BrokenUploadException if it cannot be read on; names what is
  ///     wrong
  public Contents visit(Visitor visitor) throws IOException, InterruptedException {
    UploadedFiles.Contents all = files.visit((entry, content) -> visitOne(entry, content, visitor));
    return new Contents(all.used(), all.others());
  }

  private boolean visitOne(String entry, InputStream content, Visitor visitor)
      throws IOException, InterruptedException {
    Optional<HistoryFile> history =
        HistoryFiles.open(entry, new BufferedInputStream(content, BUFFER_BYTES), mapping);
    if (history.isEmpty()) {
      return false;
    }
    try (HistoryFile open = history.get()) {
      visitor.visit(open);
    }
    return true;
  }
}
