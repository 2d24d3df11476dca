package io.chihiro.ocr.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// EXIF as a camera writes it, made by hand: a TIFF structure with an orientation, a time and an
/// offset.
final class ExifBytes {
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ASCII = 2;

  private ExifBytes() {}

  /// @param time as in `2024:03:05 21:14:09`, always 19 characters
  /// @param offset as in `+02:00`, always 6 characters
  static byte[] of(int orientation, String time, String offset) {
    var tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + 2 + 24 + 4 + 20 + 8);
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    tag(tiff, 0x0112, SHORT, 1, orientation << 16);
    tag(tiff, 0x8769, LONG, 1, 38);
    tiff.putInt(0).putShort((short) 2);
    tag(tiff, 0x9003, ASCII, 20, 68);
    tag(tiff, 0x9011, ASCII, 7, 88);
    tiff.putInt(0);
    tiff.put(time.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    tiff.put(offset.getBytes(StandardCharsets.US_ASCII));
    return tiff.array();
  }

  private static void tag(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /// The JPEG with the EXIF put in behind its first two bytes.
  static byte[] intoJpeg(byte[] jpeg, byte[] exif) {
    var whole = new ByteArrayOutputStream();
    whole.write(jpeg, 0, 2);
    var segment = ByteBuffer.allocate(10 + exif.length);
    segment.putShort((short) 0xffe1).putShort((short) (8 + exif.length));
    segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
    whole.writeBytes(segment.array());
    whole.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }
}
