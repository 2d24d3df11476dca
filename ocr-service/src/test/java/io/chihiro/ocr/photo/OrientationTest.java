package io.chihiro.ocr.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
  /// Stored are the rows 1 2 3 and 4 5 6.
  @ParameterizedTest
  @CsvSource({
    "1, 123456, 3",
    "2, 321654, 3",
    "3, 654321, 3",
    "4, 456123, 3",
    "5, 142536, 2",
    "6, 415263, 2",
    "7, 635241, 2",
    "8, 362514, 2"
  })
  void everyOrientationOfExifMovesThePixelsAsItShould(int exif, String upright, int width) {
    var image = Orientation.ofExif(exif).apply(stored());
    assertEquals(width, image.getWidth());
    var wanted = upright.chars().map(digit -> digit - '0').toArray();
    assertArrayEquals(wanted, pixels(image));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 9, 65535})
  void otherNumbersMeanUpright(int exif) {
    assertEquals(Orientation.UPRIGHT, Orientation.ofExif(exif));
  }

  @Test
  void stepsAddUpAsIfDoneOneAfterTheOther() {
    var once = Orientation.UPRIGHT.turned(1).mirroredTopBottom().turned(2).mirroredLeftRight();
    var image = Orientation.ofExif(6).apply(stored());
    image = Orientation.ofExif(4).apply(image);
    image = Orientation.ofExif(3).apply(image);
    image = Orientation.ofExif(2).apply(image);
    assertArrayEquals(pixels(image), pixels(once.apply(stored())));
  }

  private static BufferedImage stored() {
    var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < 6; pixel++) {
      image.setRGB(pixel % 3, pixel / 3, pixel + 1);
    }
    return image;
  }

  private static int[] pixels(BufferedImage image) {
    var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int at = 0; at < pixels.length; at++) {
      pixels[at] &= 0xffffff;
    }
    return pixels;
  }
}
