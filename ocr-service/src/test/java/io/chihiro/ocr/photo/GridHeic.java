package io.chihiro.ocr.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Joins HEIC files of one tile each into one laid out as a phone does it: a grid of tiles as the
/// main item, its orientation as `irot`, EXIF beside it.
///
/// @param columns tiles in a row
/// @param rows tiles above each other
/// @param tileSize both sides of a tile, in pixels
/// @param width of the joined picture, at most columns times tileSize
/// @param height of the joined picture
/// @param turns anticlockwise quarter turns that make it upright
record GridHeic(int columns, int rows, int tileSize, int width, int height, int turns) {
  /// @param tiles files of `heif-enc` without EXIF or thumbnail, row by row
  byte[] join(List<byte[]> tiles, byte[] exif) {
    var pieces = new ArrayList<byte[]>();
    tiles.forEach(tile -> pieces.add(content(HeicBox.all(ByteBuffer.wrap(tile)), "mdat")));
    pieces.add(bytes(number(4, 0), exif));
    var start = box("ftyp", text("heic"), number(4, 0), text("mif1"), text("heic"));
    var length = start.length + meta(tiles, pieces, 0).length;
    var meta = meta(tiles, pieces, length + 8);
    return bytes(start, meta, box("mdat", pieces.toArray(byte[][]::new)));
  }

  private byte[] meta(List<byte[]> tiles, List<byte[]> pieces, int dataPlace) {
    var hidden = tiles.size();
    var grid = hidden + 1;
    var exif = hidden + 2;
    return fullBox(
        "meta",
        0,
        fullBox("hdlr", 0, number(4, 0), text("pict"), new byte[13]),
        fullBox("pitm", 0, number(2, grid)),
        kinds(hidden),
        links(hidden),
        box("iprp", properties(tiles.getFirst()), assignments(hidden)),
        box("idat", gridItem()),
        places(pieces, grid, exif, dataPlace));
  }

  private byte[] gridItem() {
    return bytes(
        number(2, 0),
        number(1, rows - 1),
        number(1, columns - 1),
        number(2, width),
        number(2, height));
  }

  private static byte[] kinds(int hidden) {
    var entries = new ArrayList<byte[]>();
    for (int item = 1; item <= hidden + 2; item++) {
      var kind = item <= hidden ? "hvc1" : item == hidden + 1 ? "grid" : "Exif";
      var flags = item == hidden + 1 ? 0 : 1;
      entries.add(
          fullBox("infe", 2 << 24 | flags, number(2, item), number(2, 0), text(kind), new byte[1]));
    }
    return fullBox("iinf", 0, number(2, entries.size()), bytes(entries.toArray(byte[][]::new)));
  }

  private static byte[] links(int hidden) {
    var tiles = new ByteArrayOutputStream();
    for (int item = 1; item <= hidden; item++) {
      tiles.writeBytes(number(2, item));
    }
    return fullBox(
        "iref",
        0,
        box("dimg", number(2, hidden + 1), number(2, hidden), tiles.toByteArray()),
        box("cdsc", number(2, hidden + 2), number(2, 1), number(2, hidden + 1)));
  }

  private byte[] properties(byte[] tile) {
    var meta = content(HeicBox.all(ByteBuffer.wrap(tile)), "meta");
    var inMeta = HeicBox.all(ByteBuffer.wrap(meta, 4, meta.length - 4));
    var inProperties = HeicBox.all(ByteBuffer.wrap(content(inMeta, "iprp")));
    var all = HeicBox.all(ByteBuffer.wrap(content(inProperties, "ipco")));
    return box(
        "ipco",
        box("hvcC", content(all, "hvcC")),
        fullBox("ispe", 0, number(4, tileSize), number(4, tileSize)),
        fullBox("ispe", 0, number(4, width), number(4, height)),
        box("irot", number(1, turns)));
  }

  private static byte[] assignments(int hidden) {
    var all = new ByteArrayOutputStream();
    for (int item = 1; item <= hidden; item++) {
      all.writeBytes(bytes(number(2, item), number(1, 2), number(1, 0x81), number(1, 2)));
    }
    all.writeBytes(bytes(number(2, hidden + 1), number(1, 2), number(1, 3), number(1, 0x84)));
    return fullBox("ipma", 0, number(4, hidden + 1), all.toByteArray());
  }

  private static byte[] places(List<byte[]> pieces, int grid, int exif, int dataPlace) {
    var all = new ByteArrayOutputStream();
    var place = dataPlace;
    for (int item = 1; item <= exif; item++) {
      var inIdat = item == grid;
      var length = inIdat ? 8 : pieces.get(item > grid ? item - 2 : item - 1).length;
      all.writeBytes(bytes(number(2, item), number(2, inIdat ? 1 : 0), number(2, 0), number(2, 1)));
      all.writeBytes(bytes(number(4, inIdat ? 0 : place), number(4, length)));
      place += inIdat ? 0 : length;
    }
    return fullBox("iloc", 1 << 24, number(2, 0x4400), number(2, exif), all.toByteArray());
  }

  private static byte[] content(List<HeicBox> boxes, String name) {
    var body = HeicBox.first(boxes, name).orElseThrow().read();
    var content = new byte[body.remaining()];
    body.get(content);
    return content;
  }

  private static byte[] fullBox(String name, int versionAndFlags, byte[]... parts) {
    return box(name, bytes(number(4, versionAndFlags), bytes(parts)));
  }

  private static byte[] box(String name, byte[]... parts) {
    var body = bytes(parts);
    return bytes(number(4, body.length + 8), text(name), body);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] number(int length, long value) {
    var bytes = ByteBuffer.allocate(8).putLong(value).array();
    return java.util.Arrays.copyOfRange(bytes, 8 - length, 8);
  }

  private static byte[] bytes(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
