package io.chihiro.models;

import org.apache.lucene.util.VectorUtil;

/// Arithmetic on vectors and on the similarities they give.
public final class Vectors {
  private Vectors() {}

  /// The vector of length one in the same direction.
  ///
  /// @throws IllegalArgumentException for a vector of zeros
  public static float[] unit(float[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    if (!(length > 0)) {
      throw new IllegalArgumentException("a vector of zeros has no direction");
    }
    float[] unit = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      unit[i] = (float) (vector[i] / length);
    }
    return unit;
  }

  /// `Σ aᵢ·bᵢ`; the cosine, for unit vectors. Many numbers at once where the JVM was given the
  /// module `jdk.incubator.vector`, one after the other elsewhere.
  ///
  /// @throws IllegalArgumentException if they differ in length
  public static float dot(float[] a, float[] b) {
    return VectorUtil.dotProduct(a, b);
  }

  /// The soft mean `1/β · ln( 1/n · Σ exp(β·xᵢ) )`: the mean for β near 0, the largest for β
  /// towards infinity. In between, a good day counts more than an indifferent one, yet one good
  /// day among many does not carry a song.
  ///
  /// @param beta inverse temperature, positive
  /// @throws IllegalArgumentException if there are no values
  public static double softMean(double[] values, double beta) {
    if (values.length == 0 || !(beta > 0)) {
      throw new IllegalArgumentException("a soft mean needs values and a positive beta");
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(beta * (value - largest));
    }
    return largest + Math.log(sum / values.length) / beta;
  }
}
