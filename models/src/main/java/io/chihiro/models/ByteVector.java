package io.chihiro.models;

import org.apache.lucene.util.VectorUtil;

/// A vector in eight bits a number, its largest number becoming 127: a quarter of the memory, and
/// of what a comparison has to read. Immutable.
///
/// Of two unit vectors of 384 numbers, the cosine changes by some thousandths.
public final class ByteVector {
  private static final int LARGEST = 127;

  private final byte[] steps;
  private final float step;

  private ByteVector(byte[] steps, float step) {
    this.steps = steps;
    this.step = step;
  }

  /// The vector whose numbers lie nearest.
  public static ByteVector of(float[] vector) {
    float step = largest(vector) / LARGEST;
    byte[] steps = new byte[vector.length];
    for (int i = 0; i < steps.length && step > 0; i++) {
      steps[i] = (byte) Math.round(vector[i] / step);
    }
    return new ByteVector(steps, step);
  }

  /// One that was kept.
  ///
  /// @param step what each of the numbers is to be multiplied by
  /// @param steps copied
  public static ByteVector of(float step, byte[] steps) {
    return new ByteVector(steps.clone(), step);
  }

  private static float largest(float[] vector) {
    float largest = 0;
    for (float number : vector) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  /// What each of its numbers is to be multiplied by.
  public float step() {
    return step;
  }

  /// A copy of its numbers.
  public byte[] toArray() {
    return steps.clone();
  }

  /// Its numbers as they are meant, each a step's multiple.
  public float[] toFloats() {
    float[] numbers = new float[steps.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = steps[i] * step;
    }
    return numbers;
  }

  /// How many numbers it has.
  public int dimension() {
    return steps.length;
  }

  /// `Σ aᵢ·bᵢ` with numbers that lie elsewhere.
  float dot(byte[] others, float othersStep) {
    return VectorUtil.dotProduct(steps, others) * step * othersStep;
  }

  /// `Σ aᵢ·bᵢ`; the cosine, for unit vectors.
  ///
  /// @throws IllegalArgumentException if they differ in length
  public float dot(ByteVector other) {
    return dot(other.steps, other.step);
  }
}
