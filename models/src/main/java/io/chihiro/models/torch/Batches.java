package io.chihiro.models.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Examples cut into batches.
final class Batches {
  private Batches() {}

  /// In a random order that depends on seed and epoch only. A last batch of one is left out: one
  /// example has no variance, and BatchNorm divides by it.
  static <E> List<List<E>> shuffled(List<E> examples, int size, long seed, int epoch) {
    List<E> shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, new Random(seed * 31 + epoch));
    List<List<E>> batches = inOrder(shuffled, size);
    if (batches.size() > 1 && batches.getLast().size() == 1) {
      return batches.subList(0, batches.size() - 1);
    }
    return batches;
  }

  /// As they come.
  static <E> List<List<E>> inOrder(List<E> examples, int size) {
    List<List<E>> batches = new ArrayList<>();
    for (int from = 0; from < examples.size(); from += size) {
      batches.add(List.copyOf(examples.subList(from, Math.min(from + size, examples.size()))));
    }
    return batches;
  }
}
