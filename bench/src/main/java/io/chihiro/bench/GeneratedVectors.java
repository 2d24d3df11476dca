package io.chihiro.bench;

import io.chihiro.models.Vectors;
import io.chihiro.models.index.VectorSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Vectors as a catalogue has them, from a seed: around centres that are strewn evenly, some five
/// hundred each in a Gaussian cloud, and of length one. Two of one cloud have a cosine near 0.6,
/// others near 0.
///
/// Each is made when its turn comes and is the same whenever it is made, so nobody has to hold
/// them.
///
/// @param count how many
record GeneratedVectors(int count) {
  static final int WIDTH = 384;

  private static final int CLOUD = 500;
  private static final double SPREAD = 0.8;

  /// Tells the random numbers of centres, vectors and queries apart.
  private static final long OF_CENTRES = 1L << 40;

  private static final long OF_QUERIES = 1L << 41;

  /// Takes one after the other.
  interface Each {
    void take(int ordinal, float[] vector);
  }

  void forEach(Each each) {
    float[][] centres = centres();
    for (int ordinal = 0; ordinal < count; ordinal++) {
      each.take(ordinal, around(centres, ordinal));
    }
  }

  VectorSource source() {
    return sink -> {
      float[][] centres = centres();
      for (int ordinal = 0; ordinal < count; ordinal++) {
        sink.add("song-" + ordinal, around(centres, ordinal));
      }
    };
  }

  /// Vectors of the same clouds that are none of those.
  List<float[]> queries(int many) {
    float[][] centres = centres();
    return IntStream.range(0, many).mapToObj(i -> around(centres, OF_QUERIES + i)).toList();
  }

  private float[][] centres() {
    return IntStream.range(0, Math.ceilDiv(count, CLOUD))
        .mapToObj(i -> cloud(new SplittableRandom(OF_CENTRES + i), new float[WIDTH], 1))
        .toArray(float[][]::new);
  }

  private static float[] around(float[][] centres, long number) {
    SplittableRandom random = new SplittableRandom(number);
    return cloud(random, centres[random.nextInt(centres.length)], SPREAD);
  }

  private static float[] cloud(SplittableRandom random, float[] centre, double spread) {
    double each = spread / Math.sqrt(WIDTH);
    float[] vector = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      vector[i] = centre[i] + (float) (each * random.nextGaussian());
    }
    return Vectors.unit(vector);
  }
}
