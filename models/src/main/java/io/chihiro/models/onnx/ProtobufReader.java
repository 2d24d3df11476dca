package io.chihiro.models.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads the fields of one protobuf message one after the other. A buffer that ends too early
/// throws `BufferUnderflowException` or `IllegalArgumentException`.
final class ProtobufReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer message;
  private int tag;

  ProtobufReader(ByteBuffer message) {
    this.message = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Moves to the next field.
  boolean next() {
    if (!message.hasRemaining()) {
      return false;
    }
    tag = (int) varint();
    return true;
  }

  boolean hasMore() {
    return message.hasRemaining();
  }

  int field() {
    return tag >>> 3;
  }

  boolean isBytes() {
    return (tag & 7) == BYTES;
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = message.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number is longer than 64 bits");
  }

  /// The bytes of the field, without copying them.
  ByteBuffer bytes() {
    int length = Math.toIntExact(varint());
    ByteBuffer bytes = message.slice(message.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    message.position(message.position() + length);
    return bytes;
  }

  String text() {
    return StandardCharsets.UTF_8.decode(bytes()).toString();
  }

  /// The field with its tag, without copying it.
  ByteBuffer skip() {
    int from = message.position();
    switch (tag & 7) {
      case VARINT -> varint();
      case FIXED64 -> message.position(from + Long.BYTES);
      case BYTES -> bytes();
      case FIXED32 -> message.position(from + Integer.BYTES);
      default -> throw new IllegalArgumentException("a field is of no known kind");
    }
    return message.slice(from, message.position() - from);
  }
}
