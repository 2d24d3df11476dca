package io.chihiro.models.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes one protobuf message field by field. Messages inside are strung together, not copied:
/// weights are large.
final class ProtobufWriter {
  private final List<byte[]> pieces = new ArrayList<>();
  private int length;

  ProtobufWriter number(int field, long value) {
    return piece(varints((long) field << 3, value));
  }

  ProtobufWriter number(int field, float value) {
    return piece(varints((long) field << 3 | 5)).piece(littleEndian(value));
  }

  ProtobufWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtobufWriter bytes(int field, byte[] value) {
    return piece(varints((long) field << 3 | 2, value.length)).piece(value);
  }

  ProtobufWriter message(int field, ProtobufWriter message) {
    piece(varints((long) field << 3 | 2, message.length));
    message.pieces.forEach(this::piece);
    return this;
  }

  void writeTo(OutputStream out) throws IOException {
    for (byte[] piece : pieces) {
      out.write(piece);
    }
  }

  static byte[] littleEndian(float... values) {
    byte[] bytes = new byte[values.length * Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes;
  }

  static byte[] littleEndian(long... values) {
    byte[] bytes = new byte[values.length * Long.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(values);
    return bytes;
  }

  private ProtobufWriter piece(byte[] piece) {
    pieces.add(piece);
    length = Math.addExact(length, piece.length);
    return this;
  }

  private static byte[] varints(long... values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (long value : values) {
      long left = value;
      while ((left & ~0x7fL) != 0) {
        bytes.write((int) ((left & 0x7f) | 0x80));
        left >>>= 7;
      }
      bytes.write((int) left);
    }
    return bytes.toByteArray();
  }
}
