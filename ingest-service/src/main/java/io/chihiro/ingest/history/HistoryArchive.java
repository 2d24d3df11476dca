package io.chihiro.ingest.history;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// An uploaded file that may hold histories: a zip of any depth of folders, or one loose file.
///
/// Nothing of a zip is ever written to disk; its entries are read where they lie.
public final class HistoryArchive {
  private static final int MOST_ENTRIES = 10_000;

  /// What is done with each history found.
  public interface Visitor {
    void visit(HistoryFile file) throws IOException, InterruptedException;
  }

  /// What an archive held.
  ///
  /// @param histories files that were a history
  /// @param others files that were not
  public record Contents(int histories, int others) {}

  private static final int BUFFER_BYTES = 128 * 1024;

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
  /// @throws BrokenHistoryException if it cannot be read on; names what is wrong
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
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = entries(zip);
      int histories = 0;
      for (ZipEntry entry : entries) {
        InputStream content = new UnzippedStream(name, entry, zip.getInputStream(entry));
        histories += visitOne(entry.getName(), content, visitor) ? 1 : 0;
      }
      return new Contents(histories, entries.size() - histories);
    } catch (ZipException e) {
      throw new BrokenHistoryException(name + " is not a whole zip file.", e);
    }
  }

  private List<? extends ZipEntry> entries(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw new BrokenHistoryException(
          name + " holds " + zip.size() + " files; more than " + MOST_ENTRIES + " are not read.");
    }
    List<? extends ZipEntry> entries = Collections.list(zip.entries());
    for (ZipEntry entry : entries) {
      refuseClimbing(entry.getName());
    }
    return entries.stream()
        .filter(entry -> !entry.isDirectory())
        .sorted(Comparator.comparing(ZipEntry::getName))
        .toList();
  }

  private void refuseClimbing(String path) throws BrokenHistoryException {
    String plain = path.replace('\\', '/');
    boolean climbs = plain.startsWith("/") || List.of(plain.split("/")).contains("..");
    if (climbs) {
      throw new BrokenHistoryException(
          name + " holds a path that climbs out of it (" + path + "); it was not read.");
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
