package io.chihiro.door;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip that is made while it is sent. The same content gives the same bytes.
///
/// It is whole by [#finish] alone: whoever fails before leaves it without its end, and nothing
/// closes what it is sent through, so that the caller sees a download that broke off.
public final class ExportZip {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  /// Begins one.
  ///
  /// @param out closed by [#finish], and by nothing else
  public ExportZip(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /// What writes the content of a file.
  @FunctionalInterface
  public interface Content {
    /// Writes it; closing is not its business.
    void write(OutputStream out) throws IOException;
  }

  /// Writes a file as its content comes.
  public void put(String path, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    content.write(zip);
    zip.closeEntry();
  }

  /// Writes a file.
  public void put(String path, byte[] content) throws IOException {
    put(path, out -> out.write(content));
  }

  /// Writes what makes it whole.
  public void finish() throws IOException {
    zip.close();
  }
}
