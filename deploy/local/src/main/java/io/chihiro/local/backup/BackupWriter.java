package io.chihiro.local.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.keys.Sha256;
import io.chihiro.local.backup.Manifest.FilePart;
import io.chihiro.local.backup.Manifest.TopicPart;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a backup as it comes, whole or not at all: under another name first, which nobody but its
/// owner may read.
final class BackupWriter implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final ZipOutputStream zip;
  private int entries;

  /// Begins a backup.
  ///
  /// @param target where it shall be; nothing is there before [#finish]
  BackupWriter(Path target) throws IOException {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    this.channel =
        FileChannel.open(
            part,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    this.zip =
        new ZipOutputStream(
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES),
            StandardCharsets.UTF_8);
    // Photos are compressed already; texts and records shrink well enough at once.
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /// Copies a file.
  ///
  /// @param path in the home
  /// @throws java.nio.file.NoSuchFileException if it has gone; nothing is written then
  FilePart file(String path, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      long modified = Files.getLastModifiedTime(file).toMillis();
      String entry = "home/" + ++entries + "/" + path;
      MessageDigest digest = Sha256.begun();
      zip.putNextEntry(new ZipEntry(entry));
      long bytes = in.transferTo(new DigestOutputStream(open(), digest));
      zip.closeEntry();
      return new FilePart(path, entry, bytes, Sha256.hex(digest), modified);
    }
  }

  /// What writes the records of one topic.
  @FunctionalInterface
  interface Records {
    /// Writes them and says how many there were.
    long write(DataOutputStream out) throws IOException;
  }

  /// Writes a topic.
  TopicPart topic(String name, Records records) throws IOException {
    String entry = "topics/" + name;
    MessageDigest digest = Sha256.begun();
    zip.putNextEntry(new ZipEntry(entry));
    var out =
        new DataOutputStream(
            new BufferedOutputStream(new DigestOutputStream(open(), digest), BUFFER_BYTES));
    long count = records.write(out);
    out.flush();
    zip.closeEntry();
    return new TopicPart(name, entry, count, Sha256.hex(digest));
  }

  /// Writes what there is, and puts the backup in its place.
  void finish(Manifest manifest) throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(JSON.writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
    zip.flush();
    channel.force(true);
    zip.close();
    Files.move(part, target);
  }

  /// Forgets what was not finished.
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }

  // An entry ends, the archive goes on.
  private OutputStream open() {
    return new FilterOutputStream(zip) {
      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
      }

      @Override
      public void close() {}
    };
  }
}
