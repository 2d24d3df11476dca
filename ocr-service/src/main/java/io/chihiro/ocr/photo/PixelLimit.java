package io.chihiro.ocr.photo;

import java.util.Locale;

/// How many pixels a photo may claim before anything is decoded, and how many are kept.
///
/// The claim is checked against the header, so a picture made to fill the memory never gets to.
/// Large photos that are taken are reduced while decoding: no page needs more than
/// {@value #KEPT_PIXELS} pixels, and engines see less than that anyway.
///
/// @param pixels the most a photo may claim
record PixelLimit(long pixels) {
  /// What phones take by default, 4032 by 3024, is kept whole: 50 MB in memory, twice that while
  /// it is turned upright; a service of 256 MB can bear it.
  static final long KEPT_PIXELS = 12_500_000;

  PixelLimit {
    if (pixels < 1) {
      throw new IllegalArgumentException("the pixel limit must be positive: " + pixels);
    }
  }

  /// Refuses a photo that is empty or too large.
  void check(String file, long width, long height) throws UnusablePhotoException {
    if (width < 1 || height < 1) {
      throw new UnusablePhotoException(
          "%s says it is %d by %d pixels large, which is no picture."
              .formatted(file, width, height));
    }
    if (width > pixels / height) {
      throw new UnusablePhotoException(tooLarge(file, width, height));
    }
  }

  private String tooLarge(String file, long width, long height) {
    return String.format(
        Locale.ROOT,
        "%s is %d by %d pixels large (%.0f megapixels); at most %.0f megapixels are taken.",
        file,
        width,
        height,
        (double) width * height / 1e6,
        pixels / 1e6);
  }

  /// By what whole number both sides are divided so that the rest fits into the memory.
  static int reduction(long width, long height) {
    return (int) Math.max(1, Math.ceil(Math.sqrt((double) width * height / KEPT_PIXELS)));
  }
}
