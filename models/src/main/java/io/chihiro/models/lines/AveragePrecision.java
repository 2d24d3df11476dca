package io.chihiro.models.lines;

import java.util.List;
import java.util.Set;

/// How early the right songs come. Pure.
public final class AveragePrecision {
  /// Songs that are looked at.
  public static final int DEPTH = 10;

  private AveragePrecision() {}

  /// AP@10 `= 1/min(R, 10) · Σ precision@k over the places k ≤ 10 that hold a right song`, where R
  /// is how many are right: 1 if all right songs come first. Its mean over queries is MAP@10
  /// (Manning et al. 2008, 8.4).
  ///
  /// @param ranked songs, the best first, each once
  /// @param relevant those that are right, one at least
  public static double atTen(List<String> ranked, Set<String> relevant) {
    int found = 0;
    double sum = 0;
    for (int place = 0; place < Math.min(DEPTH, ranked.size()); place++) {
      if (relevant.contains(ranked.get(place))) {
        found++;
        sum += (double) found / (place + 1);
      }
    }
    return sum / Math.min(DEPTH, relevant.size());
  }
}
