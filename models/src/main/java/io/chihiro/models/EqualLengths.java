package io.chihiro.models;

import ai.djl.huggingface.tokenizers.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Puts texts of equal length together, so that none is padded.
final class EqualLengths {
  private EqualLengths() {}

  /// Batches of places in the array, the longest texts first: no worker is left alone with one of
  /// them at the end.
  ///
  /// @param most texts in a batch
  static List<List<Integer>> batches(Encoding[] encodings, int most) {
    Map<Integer, List<Integer>> byLength =
        IntStream.range(0, encodings.length)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> encodings[i].getIds().length,
                    () -> new TreeMap<Integer, List<Integer>>(Comparator.reverseOrder()),
                    Collectors.toList()));
    List<List<Integer>> batches = new ArrayList<>();
    for (List<Integer> sameLength : byLength.values()) {
      for (int from = 0; from < sameLength.size(); from += most) {
        batches.add(sameLength.subList(from, Math.min(from + most, sameLength.size())));
      }
    }
    return batches;
  }
}
