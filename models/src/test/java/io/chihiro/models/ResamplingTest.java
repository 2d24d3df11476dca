package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Against numbers worked out by hand from the filters' definitions.
class ResamplingTest {
  @Test
  void bilinearIsTheWeightedMeanOfWhatLiesWithinItsReach() {
    // Halving 0, 100, 200, 40: the first new pixel lies at 1 and reaches from -1 to 3, so the old
    // pixels at 0.5, 1.5 and 2.5 count 3, 3 and 1; the second is its mirror.
    RgbPicture halved = Resampling.BILINEAR.resize(grey(0, 100, 200, 40), 2, 1);

    assertEquals(Math.round((3 * 0 + 3 * 100 + 200) / 7.0), halved.at(0, 0, 0));
    assertEquals(Math.round((100 + 3 * 200 + 3 * 40) / 7.0), halved.at(1, 0, 0));
  }

  @Test
  void bicubicOvershootsAndIsHeldBetweenBlackAndWhite() {
    RgbPicture larger = Resampling.BICUBIC.resize(grey(0, 0, 255, 255), 8, 1);

    assertEquals(0, larger.at(2, 0, 0), "the dark side of an edge would be darker than black");
    assertEquals(255, larger.at(5, 0, 0));
    assertEquals(255, larger.at(7, 0, 0));
  }

  @Test
  void anEvenPictureStaysEven() {
    for (Resampling each : Resampling.values()) {
      RgbPicture small = each.resize(RgbPicture.of(37, 53, 0x204080), 5, 7);

      assertEquals(0x20, small.at(2, 3, 0), each.name());
      assertEquals(0x80, small.at(4, 6, 2), each.name());
    }
  }

  private static RgbPicture grey(int... values) {
    byte[] pixels = new byte[values.length * RgbPicture.CHANNELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) values[i / RgbPicture.CHANNELS];
    }
    return new RgbPicture(values.length, 1, pixels);
  }
}
