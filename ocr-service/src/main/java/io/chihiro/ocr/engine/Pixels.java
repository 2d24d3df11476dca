package io.chihiro.ocr.engine;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// The colours of a page, to be read at any place. Channels count blue 0, green 1, red 2, as the
/// networks were trained.
final class Pixels {
  private final int[] colours;
  private final int width;
  private final int height;

  private Pixels(int[] colours, int width, int height) {
    this.colours = colours;
    this.width = width;
    this.height = height;
  }

  /// @param page of `TYPE_INT_RGB`
  static Pixels of(BufferedImage page) {
    var buffer = (DataBufferInt) page.getRaster().getDataBuffer();
    return new Pixels(buffer.getData(), page.getWidth(), page.getHeight());
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// The mean colour of a rectangle of pixels, each channel 0 to 255; at the page's edge what is
  /// outside counts as the nearest pixel inside.
  void mean(int left, int top, int right, int bottom, float[] into) {
    long blue = 0;
    long green = 0;
    long red = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        var colour = colour(x, y);
        blue += colour & 255;
        green += colour >> 8 & 255;
        red += colour >> 16 & 255;
      }
    }
    var count = (float) (right - left) * (bottom - top);
    into[0] = blue / count;
    into[1] = green / count;
    into[2] = red / count;
  }

  /// Adds the colour between four pixels to a sum, each channel 0 to 255.
  void addBilinear(double x, double y, float[] sum) {
    var left = (int) Math.floor(x);
    var top = (int) Math.floor(y);
    var rightShare = (float) (x - left);
    var bottomShare = (float) (y - top);
    add(colour(left, top), (1 - rightShare) * (1 - bottomShare), sum);
    add(colour(left + 1, top), rightShare * (1 - bottomShare), sum);
    add(colour(left, top + 1), (1 - rightShare) * bottomShare, sum);
    add(colour(left + 1, top + 1), rightShare * bottomShare, sum);
  }

  private static void add(int colour, float share, float[] sum) {
    sum[0] += share * (colour & 255);
    sum[1] += share * (colour >> 8 & 255);
    sum[2] += share * (colour >> 16 & 255);
  }

  private int colour(int x, int y) {
    return colours[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
  }
}
