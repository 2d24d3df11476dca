package io.chihiro.ocr.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// What must be done to stored pixels so that the picture stands upright: mirror left to right if
/// need be, then turn clockwise. These are the eight orientations of EXIF.
///
/// @param quarterTurns clockwise, 0 to 3
/// @param mirrored whether left and right are exchanged before turning
record Orientation(int quarterTurns, boolean mirrored) {
  static final Orientation UPRIGHT = new Orientation(0, false);

  Orientation {
    quarterTurns = Math.floorMod(quarterTurns, 4);
  }

  /// The orientation EXIF numbers 1 to 8; any other number says nothing and means upright.
  static Orientation ofExif(int number) {
    return switch (number) {
      case 2 -> new Orientation(0, true);
      case 3 -> new Orientation(2, false);
      case 4 -> new Orientation(2, true);
      case 5 -> new Orientation(3, true);
      case 6 -> new Orientation(1, false);
      case 7 -> new Orientation(1, true);
      case 8 -> new Orientation(3, false);
      default -> UPRIGHT;
    };
  }

  /// This, and then so many turns more.
  Orientation turned(int clockwise) {
    return new Orientation(quarterTurns + clockwise, mirrored);
  }

  /// This, and then left and right exchanged.
  Orientation mirroredLeftRight() {
    return new Orientation(-quarterTurns, !mirrored);
  }

  /// This, and then top and bottom exchanged.
  Orientation mirroredTopBottom() {
    return mirroredLeftRight().turned(2);
  }

  /// The upright picture.
  ///
  /// @param stored of `TYPE_INT_RGB`
  BufferedImage apply(BufferedImage stored) {
    if (equals(UPRIGHT)) {
      return stored;
    }
    var width = stored.getWidth();
    var height = stored.getHeight();
    var lying = quarterTurns % 2 == 1;
    var upright =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
    copy(pixels(stored), width, height, pixels(upright));
    return upright;
  }

  /// Every stored row becomes a straight run of upright pixels, `step` apart.
  private void copy(int[] from, int width, int height, int[] to) {
    for (int y = 0; y < height; y++) {
      var first = place(0, y, width, height);
      var step = width > 1 ? place(1, y, width, height) - first : 0;
      for (int x = 0; x < width; x++) {
        to[first + x * step] = from[y * width + x];
      }
    }
  }

  private int place(int storedX, int y, int width, int height) {
    var x = mirrored ? width - 1 - storedX : storedX;
    return switch (quarterTurns) {
      case 1 -> x * height + (height - 1 - y);
      case 2 -> (height - 1 - y) * width + (width - 1 - x);
      case 3 -> (width - 1 - x) * height + y;
      default -> y * width + x;
    };
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
