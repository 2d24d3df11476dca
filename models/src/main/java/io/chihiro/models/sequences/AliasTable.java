package io.chihiro.models.sequences;

import java.util.Arrays;

/// Draws numbers by weight in constant time: each place holds its own number and at most one other
/// (Walker 1977, Vose 1991).
final class AliasTable {
  private final float[] own;
  private final int[] other;

  /// Of weights of the numbers from 1.
  ///
  /// @param weights by number; place 0 is not looked at
  AliasTable(double[] weights) {
    int size = weights.length - 1;
    own = new float[size];
    other = new int[size];
    double sum = Arrays.stream(weights, 1, weights.length).sum();
    double[] share = new double[size];
    for (int i = 0; i < size; i++) {
      share[i] = weights[i + 1] * size / sum;
    }
    fill(share);
  }

  // What is too small for its place is filled up from what is too large.
  private void fill(double[] share) {
    int[] places = new int[share.length];
    int small = 0;
    int large = share.length;
    for (int i = 0; i < share.length; i++) {
      places[share[i] < 1 ? small++ : --large] = i;
    }
    Arrays.fill(own, 1);
    while (small > 0 && large < share.length) {
      int less = places[--small];
      int more = places[large];
      own[less] = (float) share[less];
      other[less] = more;
      share[more] -= 1 - share[less];
      if (share[more] < 1) {
        large++;
        places[small++] = more;
      }
    }
  }

  /// A number from 1.
  ///
  /// @param drawn 64 bits, each as likely as the other
  int draw(long drawn) {
    int place = Mixing.below(own.length, drawn);
    return 1 + (Mixing.unit(drawn) < own[place] ? place : other[place]);
  }
}
