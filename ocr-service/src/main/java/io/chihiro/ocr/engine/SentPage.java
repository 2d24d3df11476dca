package io.chihiro.ocr.engine;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A page as it is sent to a vision server: an upright JPEG, its longest side at most
/// {@value #LONGEST_SIDE_PIXELS} pixels, and without anything the camera noted.
final class SentPage {
  private static final int LONGEST_SIDE_PIXELS = 2000;
  private static final float QUALITY = 0.85f;

  private SentPage() {}

  static byte[] jpeg(BufferedImage page) {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var wanted = writer.getDefaultWriteParam();
      wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      wanted.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(reduced(page), null, null), wanted);
    } catch (IOException impossible) {
      throw new UncheckedIOException("cannot write a JPEG into the memory", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// Halved first as often as it goes: reducing by more in one step skips pixels.
  static BufferedImage reduced(BufferedImage page) {
    var longest = Math.max(page.getWidth(), page.getHeight());
    if (longest <= LONGEST_SIDE_PIXELS) {
      return page;
    }
    var factor = Math.max(0.5, LONGEST_SIDE_PIXELS / (double) longest);
    return reduced(
        scaled(
            page,
            Math.clamp(Math.round(page.getWidth() * factor), 1, Integer.MAX_VALUE),
            Math.clamp(Math.round(page.getHeight() * factor), 1, Integer.MAX_VALUE)));
  }

  private static BufferedImage scaled(BufferedImage page, int width, int height) {
    var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = smaller.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(page, 0, 0, width, height, null);
    graphics.dispose();
    return smaller;
  }
}
