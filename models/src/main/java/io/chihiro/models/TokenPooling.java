package io.chihiro.models;

import ai.onnxruntime.OnnxTensor;
import io.chihiro.models.ModelCard.Pooling;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/// Makes a text's vector out of its tokens'. Nothing is padded, so every token counts.
final class TokenPooling {
  private TokenPooling() {}

  /// The texts' unit vectors.
  ///
  /// @param hidden texts x tokens x dimension
  static List<float[]> pooled(OnnxTensor hidden, Pooling pooling) {
    long[] shape = hidden.getInfo().getShape();
    int tokens = (int) shape[1];
    int dimension = (int) shape[2];
    FloatBuffer values = hidden.getFloatBuffer();
    List<float[]> vectors = new ArrayList<>();
    for (int text = 0; text < shape[0]; text++) {
      float[] vector = new float[dimension];
      int from = text * tokens * dimension;
      switch (pooling) {
        case MEAN -> addMean(vector, values, from, tokens);
        case CLS -> values.get(from, vector);
      }
      vectors.add(Vectors.unit(vector));
    }
    return vectors;
  }

  private static void addMean(float[] mean, FloatBuffer values, int from, int tokens) {
    float[] token = new float[mean.length];
    for (int t = 0; t < tokens; t++) {
      values.get(from + t * mean.length, token);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += token[i] / tokens;
      }
    }
  }
}
