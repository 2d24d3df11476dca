package io.chihiro.models.index;

import io.chihiro.models.Vectors;
import java.io.Closeable;
import java.io.DataOutput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Every vector in full precision, read from the file as it is asked for. Thread-safe.
///
/// They are not mapped: a page that is touched counts as the process's memory, with its
/// neighbours, and a catalogue of a million vectors would soon be held whole. Nor are they read
/// through a channel: a thread that is interrupted while it reads closes that for everybody.
final class FullVectors implements Closeable {
  private final int width;
  private final Spares<RandomAccessFile> files;

  FullVectors(Path file, int width) {
    this.width = width;
    this.files = new Spares<>(() -> new RandomAccessFile(file.toFile(), "r"));
  }

  /// Bytes of a vector in the file.
  static long rowBytes(int width) {
    return (long) width * Float.BYTES;
  }

  static void write(float[] unit, DataOutput file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(unit.length * Float.BYTES);
    bytes.asFloatBuffer().put(unit);
    file.write(bytes.array());
  }

  /// Puts what a first pass has found in its true order.
  ///
  /// @param limit how many are left
  Best best(UnitVector query, Best found, int limit) {
    return files.lend(
        file -> {
          Best best = new Best(limit);
          ByteBuffer bytes = ByteBuffer.allocate((int) rowBytes(width));
          float[] row = new float[width];
          for (int place = 0; place < found.size(); place++) {
            int ordinal = found.ordinal(place);
            file.seek(ordinal * rowBytes(width));
            file.readFully(bytes.array());
            bytes.asFloatBuffer().get(row);
            best.offer(ordinal, Vectors.dot(query.numbers(), row));
          }
          best.sort();
          return best;
        });
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
