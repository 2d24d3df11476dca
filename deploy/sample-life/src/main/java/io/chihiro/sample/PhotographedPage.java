package io.chihiro.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// A day's page as a photo of handwriting, with what is truly written on it.
///
/// @param file the photo's file name
/// @param date the day it tells of
/// @param dateLine the date as written at the top, empty if none is
/// @param text what is written below
/// @param format how the photo is stored
/// @param taken when the camera says it was taken, if it says so
/// @param orientation EXIF orientation, 1 upright, 6 to be turned clockwise
public record PhotographedPage(
    String file,
    LocalDate date,
    String dateLine,
    String text,
    Format format,
    Optional<OffsetDateTime> taken,
    int orientation) {

  /// How a photo is stored.
  public enum Format {
    JPEG,
    PNG,
    HEIC
  }

  private static final float QUALITY = 0.86f;
  private static final double CAMERA_NOISE = 5;
  private static final double SCANNER_NOISE = 1.2;

  /// Whether a date is written on the page.
  public boolean dateWritten() {
    return !dateLine.isEmpty();
  }

  /// All that is written on the page.
  public String transcript() {
    return dateWritten() ? dateLine + "\n" + text : text;
  }

  /// The photo's bytes; a HEIC photo lies ready, since Java cannot write one.
  public byte[] bytes() {
    return switch (format) {
      case JPEG -> jpeg(QUALITY);
      case PNG -> png();
      case HEIC -> ResourceText.bytes("photos/" + file);
    };
  }

  /// The photo as JPEG, whatever its own format: what the HEIC one was once converted from.
  byte[] jpeg(float quality) {
    byte[] plain = encodeJpeg(orientation == 6 ? turnedLeft(photo()) : photo(), quality);
    return taken.map(when -> Exif.added(plain, when, orientation)).orElse(plain);
  }

  private BufferedImage photo() {
    long seed = date.toEpochDay();
    BufferedImage page = PaperPage.draw(dateLine, text, new Random(seed));
    double noise = format == Format.PNG ? SCANNER_NOISE : CAMERA_NOISE;
    return new CameraLook(page.getWidth(), page.getHeight(), noise, seed).of(page);
  }

  private byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(photo(), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the page of " + date, e);
    }
    return bytes.toByteArray();
  }

  private byte[] encodeJpeg(BufferedImage image, float quality) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the page of " + date, e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// As a camera held sideways stores it: turned clockwise once, it stands upright.
  private static BufferedImage turnedLeft(BufferedImage upright) {
    int width = upright.getWidth();
    BufferedImage turned =
        new BufferedImage(upright.getHeight(), width, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < upright.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        turned.setRGB(y, width - 1 - x, upright.getRGB(x, y));
      }
    }
    return turned;
  }
}
