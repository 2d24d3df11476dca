package io.chihiro.models;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A vector that is nearly everywhere zero; immutable.
public final class SparseVector {
  private final int[] places;
  private final double[] values;

  private SparseVector(int[] places, double[] values) {
    this.places = places;
    this.values = values;
  }

  /// A vector of length one, or of zeros where there is nothing.
  ///
  /// @param values what is not zero, by its place
  static SparseVector unit(SortedMap<Integer, Double> values) {
    double length = Math.sqrt(values.values().stream().mapToDouble(value -> value * value).sum());
    int[] places = values.keySet().stream().mapToInt(Integer::intValue).toArray();
    double[] scaled = values.values().stream().mapToDouble(value -> value / length).toArray();
    return new SparseVector(places, scaled);
  }

  /// What is not zero, by its place.
  public Map<Integer, Double> values() {
    Map<Integer, Double> map = new TreeMap<>();
    for (int i = 0; i < places.length; i++) {
      map.put(places[i], values[i]);
    }
    return map;
  }

  /// `Σ aᵢ·bᵢ`; the cosine, for unit vectors.
  public double dot(SparseVector other) {
    double sum = 0;
    int mine = 0;
    int its = 0;
    while (mine < places.length && its < other.places.length) {
      int difference = places[mine] - other.places[its];
      if (difference == 0) {
        sum += values[mine] * other.values[its];
      }
      mine += difference <= 0 ? 1 : 0;
      its += difference >= 0 ? 1 : 0;
    }
    return sum;
  }
}
