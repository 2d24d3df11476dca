package io.chihiro.ocr.photo;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One box of a HEIC file: a name of four letters and what is in it.
///
/// @param body from after the name to the end of the box
record HeicBox(int type, ByteBuffer body) {
  private static final int BOX_LIMIT = 100_000;

  static int type(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)).getInt();
  }

  /// The boxes that lie in a row from the buffer's position to its limit.
  static List<HeicBox> all(ByteBuffer bytes) {
    var rest = bytes.slice();
    var boxes = new ArrayList<HeicBox>();
    while (rest.remaining() >= 8 && boxes.size() < BOX_LIMIT) {
      boxes.add(next(rest));
    }
    return boxes;
  }

  static Optional<HeicBox> first(List<HeicBox> boxes, String name) {
    return boxes.stream().filter(box -> box.type == type(name)).findFirst();
  }

  private static HeicBox next(ByteBuffer rest) {
    var start = rest.position();
    var length = Integer.toUnsignedLong(rest.getInt());
    var type = rest.getInt();
    if (length == 1) {
      length = rest.getLong();
    }
    var end = length == 0 ? rest.limit() : start + length;
    if (end < rest.position() || end > rest.limit()) {
      throw new BufferUnderflowException();
    }
    var body = rest.slice(rest.position(), (int) end - rest.position());
    rest.position((int) end);
    return new HeicBox(type, body);
  }

  /// The body from its beginning, without disturbing other readers.
  ByteBuffer read() {
    return body.duplicate();
  }
}
