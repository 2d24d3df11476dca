package io.chihiro.sample;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/// Writes words by hand: each a little above or below the line, a little larger, a little askew.
final class Handwriting {
  private static final Font FONT = load();
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final Color INK = new Color(30, 34, 78);
  private static final float SIZE_PIXELS = 64;
  private static final double SPACE_PIXELS = 19;

  private final Graphics2D graphics;
  private final Random random;

  Handwriting(Graphics2D graphics, Random random) {
    this.graphics = graphics;
    this.random = random;
  }

  /// How wide a word is, in pixels, the space after it included.
  static double width(String word) {
    return FONT.createGlyphVector(CONTEXT, word).getLogicalBounds().getWidth() + SPACE_PIXELS;
  }

  /// Writes a line of words from a point on.
  void line(String words, double left, double baseline) {
    graphics.setColor(INK);
    double x = left + random.nextInt(14);
    for (String word : words.split(" ", -1)) {
      graphics.fill(askew(word, x, baseline));
      x += width(word);
    }
  }

  private Shape askew(String word, double x, double baseline) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, baseline + wobble(2.2));
    place.rotate(wobble(0.008));
    double scale = 1 + wobble(0.018);
    place.scale(scale, scale);
    return place.createTransformedShape(FONT.createGlyphVector(CONTEXT, word).getOutline());
  }

  private double wobble(double most) {
    return (random.nextDouble() * 2 - 1) * most;
  }

  private static Font load() {
    byte[] bytes = ResourceText.bytes("font/PatrickHand-Regular.ttf");
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes))
          .deriveFont(SIZE_PIXELS);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the handwriting font cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the handwriting font cannot be read", e);
    }
  }
}
