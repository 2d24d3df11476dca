package io.chihiro.ocr.engine;

import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/// Finds the lines of text on a page: the detector of PP-OCRv4.
///
/// The page is reduced so that its longest side has {@value #LONGEST_SIDE_PIXELS} pixels at most
/// (a line of a full page is then some 30 pixels high), padded to multiples of 32 as the network's
/// halvings need it, and scaled to the mean and deviation of ImageNet.
final class TextDetector implements AutoCloseable {
  private static final String NETWORK = "models/ch_PP-OCRv4_det_infer.onnx";
  private static final int LONGEST_SIDE_PIXELS = 1280;
  private static final int MULTIPLE = 32;
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  private final OnnxModel network;

  TextDetector(int threads) {
    this.network = OnnxModel.open(NETWORK, threads);
  }

  /// The lines in pixels of the page, in no order.
  List<TextBox> find(Pixels page) throws OrtException {
    var reduction =
        Math.max(1, Math.max(page.width(), page.height()) / (double) LONGEST_SIDE_PIXELS);
    var width = padded(page.width() / reduction);
    var height = padded(page.height() / reduction);
    var input = OnnxModel.Tensor.of(input(page, reduction, width, height), 1, 3, height, width);
    var likelihoods = new float[width * height];
    network.run(input).values().get(likelihoods);
    return new TextMap(likelihoods, width, height)
        .boxes().stream().map(box -> box.scaled(reduction)).toList();
  }

  private static int padded(double pixels) {
    return Math.max(1, (int) Math.ceil(pixels / MULTIPLE)) * MULTIPLE;
  }

  private static FloatBuffer input(Pixels page, double reduction, int width, int height) {
    var plane = width * height;
    var input = floats(3 * plane);
    var colour = new float[3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        page.mean(
            (int) (x * reduction),
            (int) (y * reduction),
            (int) ((x + 1) * reduction),
            (int) ((y + 1) * reduction),
            colour);
        for (int channel = 0; channel < 3; channel++) {
          var value = (colour[channel] / 255 - MEAN[channel]) / DEVIATION[channel];
          input.put(channel * plane + y * width + x, value);
        }
      }
    }
    return input;
  }

  static FloatBuffer floats(int count) {
    return ByteBuffer.allocateDirect(count * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  @Override
  public void close() {
    network.close();
  }
}
