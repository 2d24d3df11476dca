package io.chihiro.models;

import java.nio.ByteBuffer;
import java.util.List;

/// Vectors of eight bits a number, one behind the other outside the heap, so that hundreds of
/// thousands of them cost the garbage collector nothing. Immutable; gone with the last who knows
/// it.
public final class PackedVectors {
  private final int dimension;
  private final float[] steps;
  private final ByteBuffer packed;

  private PackedVectors(int dimension, float[] steps, ByteBuffer packed) {
    this.dimension = dimension;
    this.steps = steps;
    this.packed = packed;
  }

  /// These, in their order.
  ///
  /// @throws IllegalArgumentException if they differ in length
  public static PackedVectors of(List<ByteVector> vectors) {
    int dimension = vectors.isEmpty() ? 0 : vectors.getFirst().dimension();
    float[] steps = new float[vectors.size()];
    ByteBuffer packed = ByteBuffer.allocateDirect(vectors.size() * dimension);
    for (int i = 0; i < steps.length; i++) {
      ByteVector vector = vectors.get(i);
      if (vector.dimension() != dimension) {
        throw new IllegalArgumentException(
            "a vector of %d numbers among those of %d".formatted(vector.dimension(), dimension));
      }
      steps[i] = vector.step();
      packed.put(i * dimension, vector.toArray());
    }
    return new PackedVectors(dimension, steps, packed);
  }

  /// How many there are.
  public int size() {
    return steps.length;
  }

  /// One of them.
  public ByteVector get(int place) {
    byte[] each = new byte[dimension];
    var _ = packed.get(place * dimension, each);
    return ByteVector.of(steps[place], each);
  }

  /// `Σ aᵢ·bᵢ` of each with a vector; the cosines, for unit vectors.
  ///
  /// @throws IllegalArgumentException if it has another length than they
  public float[] dots(ByteVector other) {
    float[] dots = new float[steps.length];
    byte[] each = new byte[dimension];
    for (int i = 0; i < dots.length; i++) {
      // Comparing takes many numbers at once only from an array.
      var _ = packed.get(i * dimension, each);
      dots[i] = other.dot(each, steps[i]);
    }
    return dots;
  }
}
