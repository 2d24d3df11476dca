package io.chihiro.ocr.engine;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// A page in shades of gray, made ready for an engine that expects a scan: light and shadow evened
/// out, and turned so that its lines lie level.
final class GrayPage {
  private static final int WHITE = 255;

  /// A patch as large as a few letters: paper outweighs ink in it.
  private static final int PATCH_PIXELS = 48;

  /// Of the pixels in a patch so many are darker than what counts as paper.
  private static final double PAPER_RANK = 0.85;

  private final byte[] shades;
  private final int width;
  private final int height;

  private GrayPage(byte[] shades, int width, int height) {
    this.shades = shades;
    this.width = width;
    this.height = height;
  }

  static GrayPage of(BufferedImage page) {
    var gray = gray(page.getWidth(), page.getHeight());
    var graphics = gray.createGraphics();
    graphics.drawImage(page, 0, 0, null);
    graphics.dispose();
    return of(gray, page.getWidth(), page.getHeight());
  }

  private static BufferedImage gray(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
  }

  private static GrayPage of(BufferedImage gray, int width, int height) {
    return new GrayPage(
        ((DataBufferByte) gray.getRaster().getDataBuffer()).getData(), width, height);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /// 0 black to 255 white, row by row.
  byte[] shades() {
    return shades;
  }

  int shade(int x, int y) {
    return shades[y * width + x] & WHITE;
  }

  /// Every pixel divided by the paper around it: shadow and colour of the paper go, ink stays.
  GrayPage withEvenLight() {
    var columns = (width + PATCH_PIXELS - 1) / PATCH_PIXELS;
    var rows = (height + PATCH_PIXELS - 1) / PATCH_PIXELS;
    var paper = new float[columns * rows];
    for (int patch = 0; patch < paper.length; patch++) {
      paper[patch] = paper(patch % columns * PATCH_PIXELS, patch / columns * PATCH_PIXELS);
    }
    return divided(new ShadeMap(paper, columns, rows));
  }

  /// How bright the paper is in a patch.
  private float paper(int left, int top) {
    var counts = new int[WHITE + 1];
    var pixels = 0;
    for (int y = top; y < Math.min(height, top + PATCH_PIXELS); y++) {
      for (int x = left; x < Math.min(width, left + PATCH_PIXELS); x++) {
        counts[shade(x, y)]++;
        pixels++;
      }
    }
    var darker = 0;
    var shade = 0;
    while (shade < WHITE && darker + counts[shade] < pixels * PAPER_RANK) {
      darker += counts[shade];
      shade++;
    }
    return Math.max(1, shade);
  }

  private GrayPage divided(ShadeMap paper) {
    var even = new byte[shades.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        var around = paper.at((x + 0.5f) / PATCH_PIXELS, (y + 0.5f) / PATCH_PIXELS);
        even[y * width + x] = (byte) Math.min(WHITE, Math.round(shade(x, y) * WHITE / around));
      }
    }
    return new GrayPage(even, width, height);
  }

  /// Turned about its middle; what comes in from outside is white.
  GrayPage turned(double radians) {
    var turned = gray(width, height);
    var graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        image(), AffineTransform.getRotateInstance(radians, width / 2.0, height / 2.0), null);
    graphics.dispose();
    return of(turned, width, height);
  }

  private BufferedImage image() {
    var image = gray(width, height);
    image.getRaster().setDataElements(0, 0, width, height, shades);
    return image;
  }

  /// The paper's shade, one number a patch, read smoothly between their middles.
  private static final class ShadeMap {
    private final float[] patches;
    private final int columns;
    private final int rows;

    ShadeMap(float[] patches, int columns, int rows) {
      this.patches = patches;
      this.columns = columns;
      this.rows = rows;
    }

    float at(float column, float row) {
      var left = column - 0.5f;
      var top = row - 0.5f;
      var x = (int) Math.floor(left);
      var y = (int) Math.floor(top);
      var right = left - x;
      var bottom = top - y;
      return (patch(x, y) * (1 - right) + patch(x + 1, y) * right) * (1 - bottom)
          + (patch(x, y + 1) * (1 - right) + patch(x + 1, y + 1) * right) * bottom;
    }

    private float patch(int x, int y) {
      return patches[Math.clamp(y, 0, rows - 1) * columns + Math.clamp(x, 0, columns - 1)];
    }
  }
}
