package io.chihiro.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A ruled page of a notebook on a table, written by hand, a few degrees tilted.
final class PaperPage {
  static final int WIDTH_PIXELS = 1_500;
  static final int HEIGHT_PIXELS = 2_000;

  private static final int MARGIN = 150;
  private static final int FIRST_BASELINE = 250;
  private static final int LINE_PIXELS = 94;
  private static final Color TABLE = new Color(104, 82, 62);
  private static final Color PAPER = new Color(250, 245, 231);
  private static final Color RULE = new Color(206, 216, 229);

  private PaperPage() {}

  /// Draws the lines; the first is the date's if one is written, and stands to the right.
  static BufferedImage draw(String dateLine, String text, Random random) {
    BufferedImage image =
        new BufferedImage(WIDTH_PIXELS, HEIGHT_PIXELS, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    layPaper(graphics, random);
    write(new Handwriting(graphics, random), dateLine, text);
    graphics.dispose();
    return image;
  }

  private static void layPaper(Graphics2D graphics, Random random) {
    graphics.setColor(TABLE);
    graphics.fillRect(0, 0, WIDTH_PIXELS, HEIGHT_PIXELS);
    double degrees = (1 + random.nextDouble() * 1.6) * (random.nextBoolean() ? 1 : -1);
    graphics.rotate(Math.toRadians(degrees), WIDTH_PIXELS / 2.0, HEIGHT_PIXELS / 2.0);
    graphics.setColor(PAPER);
    graphics.fillRect(55, 60, WIDTH_PIXELS - 110, HEIGHT_PIXELS - 120);
    graphics.setColor(RULE);
    graphics.setStroke(new BasicStroke(2));
    for (int y = FIRST_BASELINE + 12; y < HEIGHT_PIXELS - 100; y += LINE_PIXELS) {
      graphics.drawLine(60, y, WIDTH_PIXELS - 60, y);
    }
  }

  private static void write(Handwriting hand, String dateLine, String text) {
    int baseline = FIRST_BASELINE;
    if (!dateLine.isEmpty()) {
      hand.line(dateLine, MARGIN, baseline);
      baseline += 2 * LINE_PIXELS;
    }
    for (String line : wrapped(text)) {
      hand.line(line, MARGIN, baseline);
      baseline += LINE_PIXELS;
    }
    if (baseline > HEIGHT_PIXELS - 60) {
      throw new IllegalArgumentException("too long for a page: " + text.length() + " characters");
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double width = 0;
    for (String word : text.split(" ", -1)) {
      width += Handwriting.width(word);
      if (width > WIDTH_PIXELS - 2 * MARGIN) {
        lines.add(line.toString().strip());
        line.setLength(0);
        width = Handwriting.width(word);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().strip());
    return lines;
  }
}
