package io.chihiro.local.backup;

import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.keys.Sha256;
import io.chihiro.local.backup.Manifest.FilePart;
import io.chihiro.local.backup.Manifest.TopicPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A backup that was found to be whole.
public final class BackupFile implements AutoCloseable {
  private static final int MOST_MANIFEST_BYTES = 256 * 1024 * 1024;

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  /// Opens a backup and looks at all of it.
  ///
  /// @throws BrokenBackupException if it is not whole, or not one of ours: says which part
  public BackupFile(Path file) throws IOException {
    this.file = file;
    this.zip = open(file);
    try {
      this.manifest = readManifest();
      verify();
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e instanceof IOException problem ? problem : broken("its list of parts", e);
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /// Writes every file of the home.
  ///
  /// @param home an empty folder
  public void writeFiles(Path home) throws IOException {
    for (FilePart part : manifest.files()) {
      Path target = target(home, part);
      Files.createDirectories(
          target.resolveSibling("."),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createFile(
          target,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (InputStream in = stream(part.entry());
          OutputStream out = Files.newOutputStream(target)) {
        in.transferTo(out);
      }
      Files.setLastModifiedTime(target, FileTime.fromMillis(part.modifiedMillis()));
    }
  }

  /// Writes every record onto the topics of an empty broker.
  ///
  /// @param broker `host:port`
  public void writeTopics(String broker) throws IOException {
    try (TopicLoad load = new TopicLoad(broker)) {
      for (TopicPart part : manifest.topics()) {
        try (InputStream in = stream(part.entry())) {
          long count = load.load(part.topic(), in);
          if (count != part.records()) {
            throw new BrokenBackupException(
                "%s has %,d records in %s, not %,d."
                    .formatted(part.topic(), count, file, part.records()));
          }
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new BrokenBackupException(
          file + " is not a whole backup: it breaks off, or it is something else.", e);
    }
  }

  private Manifest readManifest() throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null || entry.getSize() > MOST_MANIFEST_BYTES) {
      throw new BrokenBackupException(
          file + " is not a backup of Chihiro: it has no list of parts.");
    }
    Manifest read;
    try (InputStream in = zip.getInputStream(entry)) {
      read = BackupWriter.JSON.readValue(in, Manifest.class);
    } catch (IOException e) {
      throw broken("its list of parts", e);
    }
    if (read.format() != Manifest.FORMAT || read.partitions() != Topics.PARTITIONS) {
      throw new BrokenBackupException(
          "%s has the format %d with %d partitions; this version reads %d with %d."
              .formatted(
                  file, read.format(), read.partitions(), Manifest.FORMAT, Topics.PARTITIONS));
    }
    return read;
  }

  private void verify() throws IOException {
    Path anywhere = Path.of("home").toAbsolutePath();
    for (FilePart part : manifest.files()) {
      var _ = target(anywhere, part);
      verify(part.path(), part.entry(), part.sha256());
    }
    Set<String> known = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
    for (TopicPart part : manifest.topics()) {
      if (!known.contains(part.topic())) {
        throw new BrokenBackupException(
            "%s holds the topic %s, which this version does not know."
                .formatted(file, part.topic()));
      }
      verify("the topic " + part.topic(), part.entry(), part.sha256());
    }
  }

  private void verify(String name, String entry, String sha256) throws IOException {
    MessageDigest digest = Sha256.begun();
    try (InputStream in = stream(entry)) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    } catch (BrokenBackupException e) {
      throw e;
    } catch (IOException e) {
      throw broken(name, e);
    }
    if (!Sha256.hex(digest).equals(sha256)) {
      throw new BrokenBackupException(
          "%s is damaged: %s is not what was written.".formatted(file, name));
    }
  }

  private InputStream stream(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BrokenBackupException("%s is damaged: %s is missing.".formatted(file, name));
    }
    return zip.getInputStream(entry);
  }

  // Nothing is written outside of the home, and nothing over what the launcher keeps.
  private Path target(Path home, FilePart part) throws BrokenBackupException {
    boolean climbs =
        part.path().isBlank()
            || part.path().indexOf('\0') >= 0
            || Stream.of(part.path().split("/", -1))
                .anyMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
    if (climbs) {
      throw new BrokenBackupException(
          "%s holds a file that lies outside of the home; nothing was written.".formatted(file));
    }
    if (!HomePaths.isKept(part.path())) {
      throw new BrokenBackupException(
          "%s holds the file %s, which no backup holds; nothing was written."
              .formatted(file, part.path()));
    }
    return home.resolve(part.path());
  }

  private BrokenBackupException broken(String name, Throwable cause) {
    return new BrokenBackupException(
        "%s is damaged: %s cannot be read.".formatted(file, name), cause);
  }
}
