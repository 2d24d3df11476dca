package io.chihiro.models.onnx;

import java.util.List;

/// What makes query, key and value out of a token, side by side, so that it is one product.
///
/// @param matrix hidden x 3·hidden
/// @param bias 3·hidden
record AttentionInputs(Weight matrix, Weight bias) {
  private static final List<String> PARTS = List.of("query", "key", "value");

  static AttentionInputs of(Weights weights, int hidden, String block) {
    return new AttentionInputs(matrix(weights, hidden, block), bias(weights, hidden, block));
  }

  private static Weight matrix(Weights weights, int hidden, String block) {
    float[] together = new float[hidden * 3 * hidden];
    for (int part = 0; part < 3; part++) {
      float[] matrix = weights.get(block + PARTS.get(part) + ".weight").values();
      for (int out = 0; out < hidden; out++) {
        for (int in = 0; in < hidden; in++) {
          together[in * 3 * hidden + part * hidden + out] = matrix[out * hidden + in];
        }
      }
    }
    return Weight.of(together, hidden, 3 * hidden);
  }

  private static Weight bias(Weights weights, int hidden, String block) {
    float[] together = new float[3 * hidden];
    for (int part = 0; part < 3; part++) {
      float[] bias = weights.get(block + PARTS.get(part) + ".bias").values();
      System.arraycopy(bias, 0, together, part * hidden, hidden);
    }
    return Weight.of(together, 3 * hidden);
  }
}
