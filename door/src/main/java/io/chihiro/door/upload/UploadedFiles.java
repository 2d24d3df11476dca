package io.chihiro.door.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;

/// What somebody uploaded, file by file: a zip of any depth of folders, or one loose file.
public final class UploadedFiles {
  private static final int MOST_FILES = 10_000;

  private final String name;
  private final Path upload;

  /// What is done with each file.
  @FunctionalInterface
  public interface Visitor {
    /// Looks at a file, and closes its content.
    ///
    /// @param name in the zip, or what the owner called the loose file
    /// @return whether it is of use
    boolean visit(String name, InputStream content) throws IOException, InterruptedException;
  }

  /// What was there.
  ///
  /// @param used files that were of use
  /// @param others files that were not
  public record Contents(int used, int others) {}

  /// An upload.
  ///
  /// @param name what the owner called it, for messages
  /// @param upload where its bytes are
  public UploadedFiles(String name, Path upload) {
    this.name = name;
    this.upload = upload;
  }

  /// Shows every file, in the order of their names.
  ///
  /// @throws BrokenUploadException if it cannot be read on; names what is wrong
  public Contents visit(Visitor visitor) throws IOException, InterruptedException {
    if (isZip()) {
      return visitZip(visitor);
    }
    return visitor.visit(name, Files.newInputStream(upload))
        ? new Contents(1, 0)
        : new Contents(0, 1);
  }

  private boolean isZip() throws IOException {
    try (InputStream content = Files.newInputStream(upload)) {
      byte[] magic = content.readNBytes(2);
      return magic.length == 2 && magic[0] == 'P' && magic[1] == 'K';
    }
  }

  private Contents visitZip(Visitor visitor) throws IOException, InterruptedException {
    try (UploadedZip zip = UploadedZip.open(upload, name, MOST_FILES)) {
      int used = 0;
      for (ZipEntry entry : zip.files()) {
        used += visitor.visit(entry.getName(), zip.content(entry)) ? 1 : 0;
      }
      return new Contents(used, zip.files().size() - used);
    }
  }
}
