package io.chihiro.ocr.photo;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/// Pages drawn for tests.
public final class TestPage {
  private TestPage() {}

  /// Four fields of colour with a line of text: upright, red lies upper left, green upper right,
  /// blue lower left, yellow lower right.
  public static BufferedImage coloured(int width, int height) {
    var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = page.createGraphics();
    var colours = List.of(Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    for (int field = 0; field < 4; field++) {
      graphics.setColor(colours.get(field));
      graphics.fillRect(
          field % 2 * width / 2, field / 2 * height / 2, width / 2 + 1, height / 2 + 1);
    }
    graphics.dispose();
    return page;
  }

  /// Black lines of text on white.
  public static BufferedImage written(List<String> lines, Font font, int width, int height) {
    var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = page.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    graphics.setFont(font);
    for (int line = 0; line < lines.size(); line++) {
      graphics.drawString(lines.get(line), font.getSize() * 2, font.getSize() * (2 * line + 3));
    }
    graphics.dispose();
    return page;
  }

  /// The picture as a file of a format ImageIO writes.
  public static byte[] encoded(BufferedImage page, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(page, format, bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
