package io.chihiro.ingest.history;

import io.chihiro.door.upload.UploadedZip;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;

/// An uploaded file that may hold histories: a zip of any depth of folders, or one loose file.
public final class HistoryArchive {
  private static final int MOST_FILES = 10_000;
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

  private final String name;
  private final Path file;
  private final Optional<CsvMapping> mapping;

  /// An uploaded file.
  ///
  /// @param name what the owner called it, for messages
  /// @param file where its bytes are
  /// @param mapping of the columns of tables that need one
  public HistoryArchive(String name, Path file, Optional<CsvMapping> mapping) {
    this.name = name;
    this.file = file;
    this.mapping = mapping;
  }

  /// Shows every history in it, in the order of their names.
  ///
  /// @throws io.chihiro.door.upload.BrokenUploadException if it cannot be read on; names what is
  ///     wrong
  public Contents visit(Visitor visitor) throws IOException, InterruptedException {
    return isZip() ? visitZip(visitor) : visitLoose(visitor);
  }

  private boolean isZip() throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      byte[] magic = content.readNBytes(2);
      return magic.length == 2 && magic[0] == 'P' && magic[1] == 'K';
    }
  }

  private Contents visitLoose(Visitor visitor) throws IOException, InterruptedException {
    boolean history = visitOne(name, Files.newInputStream(file), visitor);
    return history ? new Contents(1, 0) : new Contents(0, 1);
  }

  private Contents visitZip(Visitor visitor) throws IOException, InterruptedException {
    try (UploadedZip zip = UploadedZip.open(file, name, MOST_FILES)) {
      int histories = 0;
      for (ZipEntry entry : zip.files()) {
        histories += visitOne(entry.getName(), zip.content(entry), visitor) ? 1 : 0;
      }
      return new Contents(histories, zip.files().size() - histories);
    }
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
