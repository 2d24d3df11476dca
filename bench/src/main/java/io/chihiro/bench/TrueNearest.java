package io.chihiro.bench;

import io.chihiro.models.Vectors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The nearest of every query in the order of floats, found by looking at every vector.
///
/// @param ordinals of each query's nearest
record TrueNearest(List<Set<Integer>> ordinals) {
  static TrueNearest of(GeneratedVectors vectors, List<float[]> queries, int limit) {
    List<Nearest> nearest = queries.stream().map(query -> new Nearest(query, limit)).toList();
    vectors.forEach(
        (ordinal, vector) -> {
          for (Nearest each : nearest) {
            each.offer(ordinal, vector);
          }
        });
    return new TrueNearest(nearest.stream().map(Nearest::ordinals).toList());
  }

  /// The share of the nearest that was answered.
  ///
  /// @param answers of each query
  double recall(List<List<Integer>> answers) {
    int found = 0;
    int wanted = 0;
    for (int i = 0; i < answers.size(); i++) {
      Set<Integer> answered = new HashSet<>(answers.get(i));
      answered.retainAll(ordinals.get(i));
      found += answered.size();
      wanted += ordinals.get(i).size();
    }
    return (double) found / wanted;
  }

  /// The nearest so far, best first.
  private static final class Nearest {
    private final float[] query;
    private final float[] cosines;
    private final int[] ordinals;
    private int size;

    private Nearest(float[] query, int limit) {
      this.query = query;
      this.cosines = new float[limit];
      this.ordinals = new int[limit];
    }

    private void offer(int ordinal, float[] vector) {
      float cosine = Vectors.dot(query, vector);
      if (size == cosines.length && cosine <= cosines[size - 1]) {
        return;
      }
      int place = size < cosines.length ? size++ : size - 1;
      for (; place > 0 && cosines[place - 1] < cosine; place--) {
        cosines[place] = cosines[place - 1];
        ordinals[place] = ordinals[place - 1];
      }
      cosines[place] = cosine;
      ordinals[place] = ordinal;
    }

    private Set<Integer> ordinals() {
      List<Integer> all = new ArrayList<>();
      for (int place = 0; place < size; place++) {
        all.add(ordinals[place]);
      }
      return Set.copyOf(all);
    }
  }
}
