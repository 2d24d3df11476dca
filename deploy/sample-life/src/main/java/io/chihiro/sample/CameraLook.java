package io.chihiro.sample;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;
import java.util.SplittableRandom;

/// What a hand-held camera adds: a slight blur, light from one side, darker corners, noise.
final class CameraLook {
  private static final int[] KERNEL = {1, 2, 1, 2, 6, 2, 1, 2, 1};
  private static final int KERNEL_SUM = 18;
  private static final int NOISE_MASK = 0xFFFF;

  private final int width;
  private final int height;
  private final double lightAngle;
  private final SplittableRandom random;
  private final float[] noise = new float[NOISE_MASK + 1];

  CameraLook(int width, int height, double noiseLevel, long seed) {
    this.width = width;
    this.height = height;
    Random gaussian = new Random(seed);
    lightAngle = gaussian.nextDouble() * 2 * Math.PI;
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (gaussian.nextGaussian() * noiseLevel);
    }
    random = new SplittableRandom(seed);
  }

  /// A photo of the image.
  BufferedImage of(BufferedImage image) {
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] sharp = pixels(image);
    int[] seen = pixels(photo);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        seen[y * width + x] = lit(blurred(sharp, x, y), light(x, y));
      }
    }
    return photo;
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  /// The pixel mixed with its neighbours; most of a page is even paper and stays as it is.
  private int blurred(int[] pixels, int x, int y) {
    int here = pixels[y * width + x];
    if (x == 0 || y == 0 || x == width - 1 || y == height - 1 || even(pixels, x, y)) {
      return here;
    }
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int i = 0; i < KERNEL.length; i++) {
      int pixel = pixels[(y + i / 3 - 1) * width + x + i % 3 - 1];
      red += KERNEL[i] * ((pixel >> 16) & 0xFF);
      green += KERNEL[i] * ((pixel >> 8) & 0xFF);
      blue += KERNEL[i] * (pixel & 0xFF);
    }
    return ((red / KERNEL_SUM) << 16) | ((green / KERNEL_SUM) << 8) | (blue / KERNEL_SUM);
  }

  private boolean even(int[] pixels, int x, int y) {
    int here = pixels[y * width + x];
    for (int near = (y - 1) * width + x; near <= (y + 1) * width + x; near += width) {
      if (pixels[near - 1] != here || pixels[near] != here || pixels[near + 1] != here) {
        return false;
      }
    }
    return true;
  }

  /// Between about 0.65 in the far corner and 1.03 where the lamp stands.
  private float light(int x, int y) {
    double right = (double) x / width - 0.5;
    double down = (double) y / height - 0.5;
    double side = right * Math.cos(lightAngle) + down * Math.sin(lightAngle);
    double corner = right * right + down * down;
    return (float) (0.93 + 0.2 * side - 0.3 * corner);
  }

  private int lit(int pixel, float light) {
    float grain = noise[random.nextInt() & NOISE_MASK];
    int red = shade((pixel >> 16) & 0xFF, light * 1.01f, grain);
    int green = shade((pixel >> 8) & 0xFF, light, grain);
    int blue = shade(pixel & 0xFF, light * 0.96f, grain);
    return (red << 16) | (green << 8) | blue;
  }

  private static int shade(int value, float light, float grain) {
    return Math.clamp(Math.round(value * light + grain), 0, 255);
  }
}
