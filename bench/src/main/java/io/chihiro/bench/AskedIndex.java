package io.chihiro.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// What an index answers, and how long it takes on one thread.
///
/// @param millis the median
/// @param answers the numbers of the nearest of each query
record AskedIndex(double millis, List<List<Integer>> answers) {
  /// Somebody who knows vectors.
  interface Asked {
    /// The numbers of the nearest.
    List<Integer> nearest(float[] query) throws IOException;
  }

  /// Asks everything once to warm up and once more by the clock.
  static AskedIndex of(List<float[]> queries, Asked index) throws IOException {
    for (float[] query : queries) {
      List<Integer> _ = index.nearest(query);
    }
    Histogram nanos = new Histogram(3);
    List<List<Integer>> answers = new ArrayList<>();
    for (float[] query : queries) {
      long begun = System.nanoTime();
      answers.add(index.nearest(query));
      nanos.recordValue(System.nanoTime() - begun);
    }
    return new AskedIndex(nanos.getValueAtPercentile(50) / 1e6, answers);
  }
}
