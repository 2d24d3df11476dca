package io.chihiro.bench;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The plain way: every vector in the heap, and a loop over its floats.
final class FloatLoop implements AskedIndex.Asked {
  private final float[][] vectors;
  private final int limit;

  FloatLoop(GeneratedVectors generated, int limit) {
    this.vectors = new float[generated.count()][];
    this.limit = limit;
    generated.forEach((ordinal, vector) -> vectors[ordinal] = vector);
  }

  private record Found(int ordinal, float cosine) {}

  @Override
  public List<Integer> nearest(float[] query) {
    PriorityQueue<Found> best = new PriorityQueue<>(Comparator.comparingDouble(Found::cosine));
    for (int ordinal = 0; ordinal < vectors.length; ordinal++) {
      float cosine = dot(query, vectors[ordinal]);
      if (best.size() < limit) {
        best.add(new Found(ordinal, cosine));
      } else if (cosine > best.element().cosine()) {
        best.remove();
        best.add(new Found(ordinal, cosine));
      }
    }
    return best.stream().map(Found::ordinal).toList();
  }

  private static float dot(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
