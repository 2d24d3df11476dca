package io.chihiro.models.index;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What every vector was added as, mapped from two files: the texts one after the other, and
/// where each ends.
///
/// @param texts in UTF-8
/// @param ends a `long` each
record Ids(MemorySegment texts, MemorySegment ends) {
  private static final ValueLayout.OfLong END =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  int count() {
    return Math.toIntExact(ends.byteSize() / Long.BYTES);
  }

  String of(int ordinal) {
    long from = ordinal == 0 ? 0 : end(ordinal - 1);
    byte[] text = new byte[Math.toIntExact(end(ordinal) - from)];
    MemorySegment.copy(texts, ValueLayout.JAVA_BYTE, from, text, 0, text.length);
    return new String(text, StandardCharsets.UTF_8);
  }

  private long end(int ordinal) {
    return ends.get(END, (long) ordinal * Long.BYTES);
  }
}
