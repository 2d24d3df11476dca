package io.chihiro.ingest.history;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/// Reads one file out of a zip and stops when it grows like a bomb: JSON shrinks about twentyfold,
/// a bomb a thousandfold.
final class UnzippedStream extends FilterInputStream {
  private static final long ALWAYS_ALLOWED_BYTES = 16L * 1024 * 1024;
  private static final long LARGEST_RATIO = 150;
  private static final long MOST_BYTES = 8L * 1024 * 1024 * 1024;

  private final String archive;
  private final ZipEntry entry;
  private long read;

  UnzippedStream(String archive, ZipEntry entry, InputStream content) {
    super(content);
    this.archive = archive;
    this.entry = entry;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int more) throws BrokenHistoryException {
    read += more;
    if (read > allowed()) {
      throw new BrokenHistoryException(
          archive
              + " holds "
              + entry.getName()
              + ", which unpacks far beyond its size, as a zip"
              + " bomb does; it was not read.");
    }
  }

  private long allowed() {
    long packed = Math.max(entry.getCompressedSize(), 1);
    return Math.clamp(packed * LARGEST_RATIO, ALWAYS_ALLOWED_BYTES, MOST_BYTES);
  }
}
