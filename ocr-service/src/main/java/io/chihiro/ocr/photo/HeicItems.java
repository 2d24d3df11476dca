package io.chihiro.ocr.photo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The box `meta` of a HEIC file: the items in it, of which one is the main picture.
///
/// A *full box* begins with a version (one byte) and flags (three).
final class HeicItems {
  private final List<HeicBox> boxes;

  private HeicItems(List<HeicBox> boxes) {
    this.boxes = boxes;
  }

  /// @param meta the whole box with its length and name
  static HeicItems of(ByteBuffer meta) {
    var body = HeicBox.all(meta).getFirst().read();
    body.getInt();
    return new HeicItems(HeicBox.all(body));
  }

  HeicHeader header() {
    var properties = properties(mainItem());
    var size = box(properties, "ispe");
    size.getInt();
    return new HeicHeader(
        Integer.toUnsignedLong(size.getInt()),
        Integer.toUnsignedLong(size.getInt()),
        orientation(properties),
        lastByte());
  }

  private static ByteBuffer box(List<HeicBox> boxes, String name) {
    return HeicBox.first(boxes, name)
        .orElseThrow(() -> new IllegalArgumentException("no box " + name))
        .read();
  }

  private long mainItem() {
    var box = box(boxes, "pitm");
    return number(box, version(box) == 0 ? 2 : 4);
  }

  /// The properties of an item, in the order in which they are to be applied.
  private List<HeicBox> properties(long item) {
    var both = HeicBox.all(box(boxes, "iprp"));
    var all = HeicBox.all(box(both, "ipco"));
    return both.stream()
        .filter(box -> box.type() == HeicBox.type("ipma"))
        .flatMap(box -> numbersOf(item, box.read()).stream())
        .filter(number -> number >= 1 && number <= all.size())
        .map(number -> all.get(number - 1))
        .toList();
  }

  /// The box `ipma`: for each item the numbers of its properties, the top bit meaning "essential".
  private static List<Integer> numbersOf(long wanted, ByteBuffer box) {
    var start = box.getInt();
    var itemBytes = start >>> 24 == 0 ? 2 : 4;
    var numberBytes = (start & 1) == 0 ? 1 : 2;
    var numbers = new ArrayList<Integer>();
    for (var items = box.getInt(); items > 0; items--) {
      var item = number(box, itemBytes);
      for (var count = number(box, 1); count > 0; count--) {
        var number = (int) number(box, numberBytes) & (numberBytes == 1 ? 0x7f : 0x7fff);
        if (item == wanted) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  private static Optional<Orientation> orientation(List<HeicBox> properties) {
    Optional<Orientation> orientation = Optional.empty();
    for (var property : properties) {
      var before = orientation.orElse(Orientation.UPRIGHT);
      if (property.type() == HeicBox.type("irot")) {
        orientation = Optional.of(before.turned(-(property.read().get() & 3)));
      } else if (property.type() == HeicBox.type("imir")) {
        orientation = Optional.of(mirrored(before, property.read().get() & 1));
      }
    }
    return orientation;
  }

  /// 0 exchanges top and bottom, 1 left and right (ISO/IEC 23008-12:2022 §6.5.12).
  private static Orientation mirrored(Orientation before, int axis) {
    return axis == 0 ? before.mirroredTopBottom() : before.mirroredLeftRight();
  }

  private long lastByte() {
    return HeicBox.first(boxes, "iloc").map(box -> lastByte(box.read())).orElse(0L);
  }

  /// The box `iloc`: for each item the pieces it is made of, in the file or in a box beside.
  private static long lastByte(ByteBuffer box) {
    var version = version(box);
    var sizes = box.getShort();
    var offsetBytes = sizes >> 12 & 15;
    var lengthBytes = sizes >> 8 & 15;
    var baseBytes = sizes >> 4 & 15;
    var indexBytes = version == 0 ? 0 : sizes & 15;
    long last = 0;
    for (var items = number(box, version < 2 ? 2 : 4); items > 0; items--) {
      number(box, version < 2 ? 2 : 4);
      var inFile = version == 0 || (number(box, 2) & 15) == 0;
      number(box, 2);
      var base = number(box, baseBytes);
      for (var pieces = number(box, 2); pieces > 0; pieces--) {
        number(box, indexBytes);
        var end = base + number(box, offsetBytes) + number(box, lengthBytes);
        last = inFile ? Math.max(last, end) : last;
      }
    }
    return last;
  }

  private static int version(ByteBuffer fullBox) {
    return fullBox.getInt() >>> 24;
  }

  private static long number(ByteBuffer box, int bytes) {
    long number = 0;
    for (int at = 0; at < bytes; at++) {
      number = number << 8 | Byte.toUnsignedLong(box.get());
    }
    return number;
  }
}
