package io.chihiro.ocr.engine;

import java.nio.FloatBuffer;

/// A line of text cut out of the page, straightened, and brought to the height the recogniser was
/// trained for; values from -1 to 1.
final class LineCrop {
  static final int HEIGHT_PIXELS = 48;
  private static final int LEAST_WIDTH_PIXELS = 16;
  private static final int MOST_WIDTH_PIXELS = 4096;
  private static final int MOST_SAMPLES = 4; // along each side of a pixel
  private static final double UPENDED = 1.5; // so much higher than wide: a line written upwards

  private LineCrop() {}

  static OnnxModel.Tensor of(Pixels page, TextBox box) {
    var line = box.height() >= box.width() * UPENDED ? upended(box) : box;
    var scale = line.height() / HEIGHT_PIXELS;
    var width = Math.clamp(Math.round(line.width() / scale), LEAST_WIDTH_PIXELS, MOST_WIDTH_PIXELS);
    return OnnxModel.Tensor.of(sampled(page, line, width), 1, 3, HEIGHT_PIXELS, width);
  }

  private static TextBox upended(TextBox box) {
    var along = box.height();
    var across = box.width();
    return new TextBox(box.centreX(), box.centreY(), along, across, box.angle() - Math.PI / 2);
  }

  private static FloatBuffer sampled(Pixels page, TextBox line, int width) {
    var plane = width * HEIGHT_PIXELS;
    var input = TextDetector.floats(3 * plane);
    var stepX = line.width() / width;
    var stepY = line.height() / HEIGHT_PIXELS;
    var samples = (int) Math.clamp(Math.ceil(Math.max(stepX, stepY)), 1, MOST_SAMPLES);
    for (int y = 0; y < HEIGHT_PIXELS; y++) {
      for (int x = 0; x < width; x++) {
        var sum = new float[3];
        addSamples(page, line, x * stepX, y * stepY, stepX, stepY, samples, sum);
        for (int channel = 0; channel < 3; channel++) {
          var mean = sum[channel] / (samples * samples);
          input.put(channel * plane + y * width + x, mean / 127.5f - 1);
        }
      }
    }
    return input;
  }

  /// Several places within one pixel of the crop, so that nothing is lost by reducing.
  private static void addSamples(
      Pixels page,
      TextBox line,
      double left,
      double top,
      double stepX,
      double stepY,
      int samples,
      float[] sum) {
    var cos = Math.cos(line.angle());
    var sin = Math.sin(line.angle());
    for (int sample = 0; sample < samples * samples; sample++) {
      var row = sample / samples;
      var along = left + inside(sample % samples, samples) * stepX - line.width() / 2;
      var across = top + inside(row, samples) * stepY - line.height() / 2;
      page.addBilinear(
          line.centreX() + along * cos - across * sin - 0.5,
          line.centreY() + along * sin + across * cos - 0.5,
          sum);
    }
  }

  private static double inside(int sample, int samples) {
    return (sample + 0.5) / samples;
  }
}
