package io.chihiro.ocr.digital;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;

/// Reads one file out of a zip and stops when it grows like a bomb: a journal shrinks tenfold, a
/// bomb a thousandfold.
final class UnpackedStream extends FilterInputStream {
  private static final long ALWAYS_ALLOWED_BYTES = 16L * 1024 * 1024;
  private static final long LARGEST_RATIO = 150;
  private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;

  private final String archive;
  private final ZipEntry entry;
  private long read;

  UnpackedStream(String archive, ZipEntry entry, InputStream content) {
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

  private void count(int more) throws BrokenJournalException {
    read += more;
    long packed = Math.max(entry.getCompressedSize(), 1);
    if (read > Math.clamp(packed * LARGEST_RATIO, ALWAYS_ALLOWED_BYTES, MOST_BYTES)) {
      throw new BrokenJournalException(
          "%s holds %s, which unpacks far beyond its size, as a zip bomb does; it was not read."
              .formatted(archive, entry.getName()));
    }
  }
}
