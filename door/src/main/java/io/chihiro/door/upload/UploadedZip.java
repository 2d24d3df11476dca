package io.chihiro.door.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip that somebody uploaded. Nothing of it is ever written to disk; its files are read where
/// they lie, and none of them further than a zip bomb would want.
public final class UploadedZip implements AutoCloseable {
  private final String name;
  private final ZipFile zip;
  private final List<ZipEntry> files;

  private UploadedZip(String name, ZipFile zip, List<ZipEntry> files) {
    this.name = name;
    this.zip = zip;
    this.files = files;
  }

  /// Opens an archive.
  ///
  /// @param name what the owner called it, for messages
  /// @param mostFiles more are not read
  /// @throws BrokenUploadException if it is no whole zip, holds too much, or climbs out of itself
  public static UploadedZip open(Path file, String name, int mostFiles) throws IOException {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new UploadedZip(name, zip, files(zip, name, mostFiles));
      } catch (IOException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new BrokenUploadException(name + " is not a whole zip file.", e);
    }
  }

  /// Its files without its folders, by name.
  public List<ZipEntry> files() {
    return files;
  }

  /// One file's content.
  ///
  /// @throws BrokenUploadException if it cannot be unpacked, at once or while it is read
  public InputStream content(ZipEntry entry) throws IOException {
    try {
      return new UnpackedStream(name, entry, zip.getInputStream(entry));
    } catch (ZipException e) {
      throw UnpackedStream.damaged(name, e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static List<ZipEntry> files(ZipFile zip, String name, int mostFiles)
      throws BrokenUploadException {
    if (zip.size() > mostFiles) {
      throw new BrokenUploadException(
          "%s holds %d files; more than %d are not read.".formatted(name, zip.size(), mostFiles));
    }
    List<? extends ZipEntry> entries = Collections.list(zip.entries());
    for (ZipEntry entry : entries) {
      refuseClimbing(entry.getName(), name);
    }
    return entries.stream()
        .<ZipEntry>map(entry -> entry)
        .filter(entry -> !entry.isDirectory())
        .sorted(Comparator.comparing(ZipEntry::getName))
        .toList();
  }

  private static void refuseClimbing(String path, String name) throws BrokenUploadException {
    String plain = path.replace('\\', '/');
    if (plain.startsWith("/")
        || plain.matches("[A-Za-z]:.*")
        || List.of(plain.split("/")).contains("..")) {
      throw new BrokenUploadException(
          "%s holds a path that climbs out of it (%s); it was not read.".formatted(name, path));
    }
  }
}
