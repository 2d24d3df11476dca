package io.chihiro.sample;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A camera's note in a JPEG: when it was taken, how far that place was from UTC, which way is up.
final class Exif {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);
  private static final short ASCII = 2;
  private static final short SHORT = 3;
  private static final short LONG = 4;
  private static final int CAMERA_DIRECTORY = 38;
  private static final int TIME_AT = 68;
  private static final int OFFSET_AT = 88;
  private static final int TIFF_BYTES = 95;

  private Exif() {}

  /// The JPEG with the note put after its first marker.
  static byte[] added(byte[] jpeg, OffsetDateTime taken, int orientation) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 10 + TIFF_BYTES);
    out.put(jpeg, 0, 2);
    out.putShort((short) 0xFFE1).putShort((short) (8 + TIFF_BYTES));
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.put(tiff(taken, orientation));
    out.put(jpeg, 2, jpeg.length - 2);
    return out.array();
  }

  private static byte[] tiff(OffsetDateTime taken, int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(TIFF_BYTES);
    tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    tiff.putShort((short) 2);
    field(tiff, 0x0112, SHORT, 1, orientation << 16);
    field(tiff, 0x8769, LONG, 1, CAMERA_DIRECTORY);
    tiff.putInt(0);
    tiff.putShort((short) 2);
    field(tiff, 0x9003, ASCII, 20, TIME_AT);
    field(tiff, 0x9011, ASCII, 7, OFFSET_AT);
    tiff.putInt(0);
    tiff.put(ascii(TIME.format(taken))).put(ascii(OFFSET.format(taken)));
    return tiff.array();
  }

  private static void field(ByteBuffer tiff, int tag, short type, int count, int value) {
    tiff.putShort((short) tag).putShort(type).putInt(count).putInt(value);
  }

  private static byte[] ascii(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }
}
