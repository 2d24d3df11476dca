package io.chihiro.models.index;

import io.chihiro.models.ByteVector;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.apache.lucene.util.VectorUtil;

/// Every vector in eight bits a number, mapped from a file: what a first pass reads, a quarter
/// of the vectors themselves. Of each vector the step, a float, and then as many bytes as it is
/// wide.
///
/// Of two unit vectors of 384 numbers, the cosine changes by some thousandths.
final class Codes {
  private static final ValueLayout.OfFloat STEP =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment rows;
  private final int width;

  Codes(MemorySegment rows, int width) {
    this.rows = rows;
    this.width = width;
  }

  /// Bytes of a vector in the file.
  static long rowBytes(int width) {
    return Float.BYTES + (long) width;
  }

  static void write(float[] unit, DataOutput file) throws IOException {
    write(ByteVector.of(unit), file);
  }

  static void write(ByteVector code, DataOutput file) throws IOException {
    file.writeFloat(code.step());
    file.write(code.toArray());
  }

  /// How near the vectors lie to one that is not among them. For one thread.
  Scorer nearTo(UnitVector query) {
    ByteVector code = ByteVector.of(query.numbers());
    return new Scorer(code.toArray(), code.step());
  }

  /// How near the vectors lie to one of them. For one thread.
  Scorer nearTo(int ordinal) {
    byte[] steps = new byte[width];
    copy(ordinal, steps);
    return new Scorer(steps, step(ordinal));
  }

  /// One of them.
  ByteVector code(int ordinal) {
    byte[] steps = new byte[width];
    copy(ordinal, steps);
    return ByteVector.of(step(ordinal), steps);
  }

  private float step(int ordinal) {
    return rows.get(STEP, ordinal * rowBytes(width));
  }

  private void copy(int ordinal, byte[] into) {
    long from = ordinal * rowBytes(width) + Float.BYTES;
    MemorySegment.copy(rows, ValueLayout.JAVA_BYTE, from, into, 0, width);
  }

  /// Compares one vector with others.
  ///
  /// The module that compares many numbers at once is an incubator, and what Lucene makes of it
  /// takes arrays: so each row is copied out of the map before it is compared.
  final class Scorer {
    private final byte[] steps;
    private final float step;
    private final byte[] other = new byte[width];

    private Scorer(byte[] steps, float step) {
      this.steps = steps;
      this.step = step;
    }

    /// The cosine, nearly.
    float cosine(int ordinal) {
      copy(ordinal, other);
      return VectorUtil.dotProduct(steps, other) * (step * step(ordinal));
    }
  }
}
