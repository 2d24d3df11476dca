package io.chihiro.ocr;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/// A picture as it is shown, no side longer than wanted: JPEG for a browser, a plain pixmap for an
/// encoder, which has to see every pixel as it is. Pure.
final class ShownPicture {
  private ShownPicture() {}

  /// @param longestPixels of the longer side; a smaller picture is not enlarged
  static byte[] jpeg(BufferedImage picture, int longestPixels) throws IOException {
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(shrunk(picture, longestPixels), "jpeg", out)) {
      throw new IOException("this Java cannot write such a picture as JPEG");
    }
    return out.toByteArray();
  }

  /// A binary portable pixmap (`P6`).
  ///
  /// @param longestPixels of the longer side; a smaller picture is not enlarged
  static byte[] pixmap(BufferedImage picture, int longestPixels) {
    BufferedImage small = shrunk(picture, longestPixels);
    int width = small.getWidth();
    int height = small.getHeight();
    byte[] head = "P6\n%d %d\n255\n".formatted(width, height).getBytes(US_ASCII);
    byte[] pixmap = Arrays.copyOf(head, head.length + 3 * width * height);
    int place = head.length;
    for (int colour : small.getRGB(0, 0, width, height, null, 0, width)) {
      pixmap[place++] = (byte) (colour >> 16);
      pixmap[place++] = (byte) (colour >> 8);
      pixmap[place++] = (byte) colour;
    }
    return pixmap;
  }

  private static BufferedImage shrunk(BufferedImage picture, int longestPixels) {
    int longer = Math.max(picture.getWidth(), picture.getHeight());
    if (longer <= longestPixels) {
      return picture;
    }
    // Halved first where much is to go: one bilinear step over more than two pixels drops some.
    if (longer > 2 * longestPixels) {
      return shrunk(scaled(picture, 0.5), longestPixels);
    }
    return scaled(picture, (double) longestPixels / longer);
  }

  private static BufferedImage scaled(BufferedImage picture, double factor) {
    int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
    var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = smaller.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    brush.drawImage(picture, 0, 0, width, height, null);
    brush.dispose();
    return smaller;
  }
}
