package io.chihiro.ocr.photo;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// Decodes JPEG, PNG, TIFF and WebP by ImageIO, as stored, after a look at the header.
final class RasterPhoto {
  static {
    ImageIO.setUseCache(false); // pages of a diary have no business in the temporary folder
  }

  private RasterPhoto() {}

  static BufferedImage decode(Path file, PhotoFormat format, PixelLimit limit)
      throws IOException, UnusablePhotoException {
    var reader = reader(format);
    try (var in = new FileImageInputStream(file.toFile())) {
      return decode(reader, in, Photos.name(file), limit);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
      throw damaged(Photos.name(file), e); // the decoders' way of stumbling over damaged files
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage decode(
      ImageReader reader, ImageInputStream in, String file, PixelLimit limit)
      throws IOException, UnusablePhotoException {
    reader.setInput(in, true, true);
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    limit.check(file, width, height);
    var warnings = new ArrayList<String>();
    reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
    var step = PixelLimit.reduction(width, height);
    var stored = read(reader, step, file);
    if (warnings.stream().anyMatch(RasterPhoto::tellsOfTheEnd)) {
      throw new UnusablePhotoException(file + " is cut off: its picture ends too early.");
    }
    return rgb(stored);
  }

  private static BufferedImage read(ImageReader reader, int step, String file)
      throws IOException, UnusablePhotoException {
    var wanted = reader.getDefaultReadParam();
    wanted.setSourceSubsampling(step, step, 0, 0);
    try {
      return reader.read(0, wanted);
    } catch (EOFException end) {
      throw new UnusablePhotoException(file + " is cut off: its picture ends too early.", end);
    }
  }

  /// The JPEG decoder fills what is missing with grey and only warns.
  private static boolean tellsOfTheEnd(String warning) {
    return warning.toLowerCase(Locale.ROOT).contains("premature end");
  }

  private static UnusablePhotoException damaged(String file, RuntimeException cause) {
    return new UnusablePhotoException(file + " cannot be read: it is damaged or cut off.", cause);
  }

  private static ImageReader reader(PhotoFormat format) throws IOException {
    return switch (format) {
      case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
      case JPEG, PNG, TIFF -> ImageIO.getImageReadersByFormatName(format.name()).next();
      case HEIC -> throw new IllegalArgumentException("ImageIO knows no HEIC");
    };
  }

  /// What is transparent becomes white, like paper.
  private static BufferedImage rgb(BufferedImage stored) {
    if (stored.getType() == BufferedImage.TYPE_INT_RGB) {
      return stored;
    }
    var rgb = new BufferedImage(stored.getWidth(), stored.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = rgb.createGraphics();
    graphics.drawImage(stored, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return rgb;
  }
}
