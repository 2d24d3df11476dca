package io.chihiro.door.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/// Reads one file out of a zip and stops when it grows like a bomb: a journal shrinks tenfold, JSON
/// about twentyfold, a bomb a thousandfold.
final class UnpackedStream extends FilterInputStream {
  private static final long ALWAYS_ALLOWED_BYTES = 16L * 1024 * 1024;
  private static final long LARGEST_RATIO = 150;
  private static final long MOST_BYTES = 8L * 1024 * 1024 * 1024;

  private final String archive;
  private final ZipEntry entry;
  private long read;

  UnpackedStream(String archive, ZipEntry entry, InputStream content) {
    super(content);
    this.archive = archive;
    this.entry = entry;
  }

  static BrokenUploadException damaged(String archive, ZipException e) {
    return new BrokenUploadException(archive + " is damaged: it cannot be unpacked.", e);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = super.read(bytes, offset, length);
      count(Math.max(count, 0));
      return count;
    } catch (ZipException e) {
      throw damaged(archive, e);
    }
  }

  private void count(int more) throws BrokenUploadException {
    read += more;
    long packed = Math.max(entry.getCompressedSize(), 1);
    if (read > Math.clamp(packed * LARGEST_RATIO, ALWAYS_ALLOWED_BYTES, MOST_BYTES)) {
      throw new BrokenUploadException(
          "%s holds %s, which unpacks far beyond its size, as a zip bomb does; it was not read."
              .formatted(archive, entry.getName()));
    }
  }
}
