package io.chihiro.models.onnx;

import io.chihiro.models.onnx.InputRanges.Range;

/// An input whose channels were made more equal, and a matrix that makes up for it (Xiao et al.
/// 2022, arXiv:2211.10438): `x·W = (x·s)·(W/s)`, where each channel's share `s` is
/// `√(the largest of its weights / the largest of its numbers)`.
///
/// @param shares what each channel is multiplied by
/// @param matrix what the evened input is multiplied by: inputs x outputs
/// @param steps what the evened input is put into
record Evened(Weight shares, Weight matrix, Steps steps) {
  /// A channel that hardly moved when it was watched is taken for one that moves this share of the
  /// liveliest.
  private static final float LEAST = 0.01f;

  /// @param matrix inputs x outputs
  static Evened of(Range range, Weight matrix) {
    float[] shares = shares(atLeast(sizes(range)), atLeast(sizes(matrix)));
    float least = 0;
    float largest = 0;
    for (int channel = 0; channel < shares.length; channel++) {
      least = Math.min(least, range.least(channel) * shares[channel]);
      largest = Math.max(largest, range.largest(channel) * shares[channel]);
    }
    return new Evened(
        Weight.of(shares, shares.length), divided(matrix, shares), Steps.between(least, largest));
  }

  private static float[] shares(float[] numbers, float[] weights) {
    float[] shares = new float[numbers.length];
    for (int channel = 0; channel < shares.length; channel++) {
      float share = (float) Math.sqrt(weights[channel] / numbers[channel]);
      shares[channel] = Float.isFinite(share) && share > 0 ? share : 1;
    }
    return shares;
  }

  private static Weight divided(Weight matrix, float[] shares) {
    int columns = matrix.length(1);
    float[] divided = matrix.values().clone();
    for (int i = 0; i < divided.length; i++) {
      divided[i] /= shares[i / columns];
    }
    return Weight.of(divided, shares.length, columns);
  }

  private static float[] sizes(Range range) {
    float[] sizes = new float[range.channels()];
    for (int channel = 0; channel < sizes.length; channel++) {
      sizes[channel] = Math.max(-range.least(channel), range.largest(channel));
    }
    return sizes;
  }

  private static float[] sizes(Weight matrix) {
    float[] sizes = new float[matrix.length(0)];
    float[] values = matrix.values();
    for (int i = 0; i < values.length; i++) {
      int row = i / matrix.length(1);
      sizes[row] = Math.max(sizes[row], Math.abs(values[i]));
    }
    return sizes;
  }

  private static float[] atLeast(float[] sizes) {
    float largest = 0;
    for (float size : sizes) {
      largest = Math.max(largest, size);
    }
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.max(sizes[i], largest * LEAST);
    }
    return sizes;
  }
}
