package io.chihiro.models;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A picture in red, green and blue, eight bits each, row by row from the top. Immutable.
public final class RgbPicture {
  /// Numbers in a pixel.
  static final int CHANNELS = 3;

  private static final int LONGEST_HEAD = 40;

  private final int width;
  private final int height;
  private final byte[] pixels;

  RgbPicture(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || (long) width * height * CHANNELS != pixels.length) {
      throw new IllegalArgumentException("no picture: " + width + " by " + height + " pixels");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /// One of a single colour.
  ///
  /// @param colour `0xRRGGBB`
  public static RgbPicture of(int width, int height, int colour) {
    byte[] pixels = new byte[width * height * CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (colour >> (16 - 8 * (i % CHANNELS)));
    }
    return new RgbPicture(width, height, pixels);
  }

  /// As it stands in a binary portable pixmap (`P6`), the plainest of all formats.
  ///
  /// @param mostPixels larger ones are not read
  /// @throws IOException if it is none, cut off or too large
  public static RgbPicture ofPixmap(InputStream pixmap, long mostPixels) throws IOException {
    DataInputStream in = new DataInputStream(pixmap);
    if (!word(in).equals("P6")) {
      throw new IOException("this is no pixmap");
    }
    int width = number(in);
    int height = number(in);
    if (number(in) != 255 || width < 1 || height < 1 || width > mostPixels / height) {
      throw new IOException("a pixmap of %d by %d pixels is not read".formatted(width, height));
    }
    byte[] pixels = new byte[width * height * CHANNELS];
    in.readFully(pixels);
    return new RgbPicture(width, height, pixels);
  }

  private static int number(DataInputStream in) throws IOException {
    try {
      return Integer.parseInt(word(in));
    } catch (NumberFormatException e) {
      throw new IOException("a pixmap's head is broken", e);
    }
  }

  // What stands before the next white space.
  private static String word(DataInputStream in) throws IOException {
    byte[] word = new byte[LONGEST_HEAD];
    for (int length = 0; length < LONGEST_HEAD; length++) {
      word[length] = in.readByte();
      if (Character.isWhitespace(word[length])) {
        return new String(word, 0, length, StandardCharsets.US_ASCII);
      }
    }
    throw new EOFException("a pixmap's head has no end");
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// One number of a pixel, 0 to 255.
  ///
  /// @param channel 0 red, 1 green, 2 blue
  int at(int x, int y, int channel) {
    return Byte.toUnsignedInt(pixels[(y * width + x) * CHANNELS + channel]);
  }
}
