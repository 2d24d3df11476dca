package io.chihiro.ocr.engine;

import ai.onnxruntime.OrtException;
import java.nio.charset.StandardCharsets;

/// Reads one line of text: the recogniser of PP-OCRv4.
final class LineRecogniser implements AutoCloseable {
  private static final String NETWORK = "models/ch_PP-OCRv4_rec_infer.onnx";

  /// The same list stands in the network, from where ONNX Runtime 1.22 reads rare characters wrong.
  private static final String CHARACTERS = "models/ppocr_keys_v1.txt";

  private final OnnxModel network;
  private final CtcAlphabet alphabet;

  LineRecogniser(int threads) {
    this.network = OnnxModel.open(NETWORK, threads);
    this.alphabet = CtcAlphabet.of(new String(OnnxModel.bytes(CHARACTERS), StandardCharsets.UTF_8));
  }

  LineText read(Pixels page, TextBox box) throws OrtException {
    var answer = network.run(LineCrop.of(page, box));
    if (answer.size(2) != alphabet.size()) {
      throw new OrtException(
          "the network knows %d classes, its alphabet %d"
              .formatted(answer.size(2), alphabet.size()));
    }
    return alphabet.read(answer.values(), answer.size(1));
  }

  @Override
  public void close() {
    network.close();
  }
}
