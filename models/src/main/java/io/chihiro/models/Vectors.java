package io.chihiro.models;

import java.util.Collection;

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

  /// `Σ aᵢ·bᵢ`; the cosine, for unit vectors.
  public static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /// The soft mean `1/β · ln( 1/n · Σ exp(β·xᵢ) )`: the mean for β near 0, the largest for β
  /// towards infinity. In between, a good day counts more than an indifferent one, yet one good
  /// day among many does not carry a song.
  ///
  /// @param beta inverse temperature, positive
  /// @throws IllegalArgumentException if there are no values
  public static double softMean(Collection<Double> values, double beta) {
    if (values.isEmpty() || !(beta > 0)) {
      throw new IllegalArgumentException("a soft mean needs values and a positive beta");
    }
    double largest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double sum = values.stream().mapToDouble(x -> Math.exp(beta * (x - largest))).sum();
    return largest + Math.log(sum / values.size()) / beta;
  }
}
