package io.chihiro.ocr.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Opens photos of every format a phone or scanner writes. Safe for many threads at once.
public final class Photos {
  /// 100 megapixels: twice what the largest phone camera writes by default.
  public static final long PIXEL_LIMIT = 100_000_000;

  private final PixelLimit limit;

  /// Takes photos of up to {@value #PIXEL_LIMIT} pixels.
  public Photos() {
    this(PIXEL_LIMIT);
  }

  /// Takes photos of up to so many pixels.
  public Photos(long pixelLimit) {
    this.limit = new PixelLimit(pixelLimit);
  }

  /// What the file's first bytes say it is; empty when it is no photo we know.
  ///
  /// @throws UncheckedIOException when the file cannot be read at all
  public static Optional<PhotoFormat> recognise(Path file) {
    try {
      return Signature.of(file).format();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name(file) + " cannot be read.", unreadable);
    }
  }

  /// The photo as a person would hold it.
  ///
  /// @throws UnusablePhotoException with a sentence for the owner that names the file
  public Picture open(Path file) throws UnusablePhotoException {
    try {
      return open(file, format(file));
    } catch (NoSuchFileException gone) {
      throw new UnusablePhotoException(name(file) + " is not there.", gone);
    } catch (IOException unreadable) {
      throw new UnusablePhotoException(
          name(file) + " cannot be read: it is damaged or cut off.", unreadable);
    }
  }

  private Picture open(Path file, PhotoFormat format) throws IOException, UnusablePhotoException {
    var notes = CameraNotes.of(file);
    return new Picture(
        upright(file, format, notes.orientation()), notes.capturedAt(), notes.capturedOffset());
  }

  /// HEIC has an orientation of its own, which comes before that of EXIF.
  private BufferedImage upright(Path file, PhotoFormat format, Orientation exif)
      throws IOException, UnusablePhotoException {
    return switch (format) {
      case HEIC -> {
        var header = HeicHeader.of(file);
        var stored = HeicPhoto.decode(file, header, limit);
        yield header.orientation().orElse(exif).apply(stored);
      }
      case JPEG, PNG, WEBP, TIFF -> exif.apply(RasterPhoto.decode(file, format, limit));
    };
  }

  private static PhotoFormat format(Path file) throws IOException, UnusablePhotoException {
    if (Files.size(file) == 0) {
      throw new UnusablePhotoException(name(file) + " is empty (0 bytes).");
    }
    return Signature.of(file).format().orElseThrow(() -> unknown(file));
  }

  private static UnusablePhotoException unknown(Path file) {
    return new UnusablePhotoException(
        name(file) + " is no photo: its content is neither HEIC, JPEG, PNG, WebP nor TIFF.");
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
