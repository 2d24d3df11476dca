package io.chihiro.models.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Vectors in clusters, from a seed, and what is truly near.
final class Clusters {
  private static final int CENTRES = 20;
  private static final float SPREAD = 0.3f;

  private final SplittableRandom random;
  private final int width;
  private final List<float[]> centres = new ArrayList<>();

  Clusters(long seed, int width) {
    this.random = new SplittableRandom(seed);
    this.width = width;
    for (int i = 0; i < CENTRES; i++) {
      centres.add(around(new float[width], 1));
    }
  }

  float[] next() {
    return around(centres.get(random.nextInt(CENTRES)), SPREAD);
  }

  List<float[]> next(int count) {
    return IntStream.range(0, count).mapToObj(_ -> next()).toList();
  }

  /// The numbers of the nearest, compared one by one in doubles.
  static List<Integer> nearest(float[] query, List<float[]> vectors, int limit, Among among) {
    return IntStream.range(0, vectors.size())
        .filter(among::has)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer i) -> -cosine(query, vectors.get(i)))
                .thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .toList();
  }

  static double cosine(float[] one, float[] other) {
    return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
  }

  private static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  private float[] around(float[] centre, float spread) {
    float[] vector = new float[width];
    for (int i = 0; i < width; i++) {
      vector[i] = centre[i] + spread * (float) random.nextGaussian();
    }
    return vector;
  }
}
