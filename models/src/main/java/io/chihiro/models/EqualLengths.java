package io.chihiro.models;

import ai.djl.huggingface.tokenizers.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Puts texts of equal length together, so that none is padded.
///
/// Not many tokens run together: what a layer makes of them is to stay in a core's own cache.
final class EqualLengths {
  /// A worker that takes this many batches, one after the other, is done about when the others are.
  private static final int TURNS = 4;

  /// Tokens below which a batch costs more for each of them.
  private static final int LEAST = 32;

  private EqualLengths() {}

  /// Tokens for a batch, so that few texts are shared by all workers too.
  ///
  /// @param most tokens that may run together
  static int share(int[] lengths, int workers, int most) {
    int all = Arrays.stream(lengths).sum();
    return Math.clamp(all / (workers * TURNS), Math.min(LEAST, most), most);
  }

  /// Tokens of each text.
  static int[] of(Encoding[] texts) {
    return Arrays.stream(texts).mapToInt(text -> text.getIds().length).toArray();
  }

  /// Batches of places in the array, the longest texts first: no worker is left alone with one of
  /// them at the end.
  ///
  /// @param tokens in a batch, unless a single text has more
  static List<List<Integer>> batches(int[] lengths, int tokens) {
    Map<Integer, List<Integer>> byLength =
        IntStream.range(0, lengths.length)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> lengths[i],
                    () -> new TreeMap<Integer, List<Integer>>(Comparator.reverseOrder()),
                    Collectors.toList()));
    List<List<Integer>> batches = new ArrayList<>();
    byLength.forEach(
        (length, sameLength) -> batches.addAll(parts(sameLength, Math.max(1, tokens / length))));
    return batches;
  }

  private static List<List<Integer>> parts(List<Integer> places, int most) {
    return IntStream.iterate(0, from -> from < places.size(), from -> from + most)
        .mapToObj(from -> places.subList(from, Math.min(from + most, places.size())))
        .toList();
  }
}
