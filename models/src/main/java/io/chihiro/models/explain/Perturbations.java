package io.chihiro.models.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Which words are left out, sample by sample.
///
/// First nothing, then every word, every two, every three, as long as all of a size fit; of the
/// first size that does not fit, some are drawn. LIME draws sizes at random, but what lies far from
/// the mood hardly weighs: this way nothing near is missed, seeds hardly matter, and of a short
/// mood all there is is seen.
final class Perturbations {
  // With nearly every subset of a size taken, a draw seldom finds a new one.
  private static final int DRAWS_PER_SAMPLE = 20;

  private final int words;
  private final int most;
  private final Set<BitSet> removed = new LinkedHashSet<>();

  private Perturbations(int words, int most) {
    this.words = words;
    this.most = most;
  }

  /// Different sets of words to remove, the empty one first, then one word each; at most `most`.
  /// One word stays, unless there is but one.
  static List<BitSet> of(int words, int most, long seed) {
    Perturbations all = new Perturbations(words, most);
    all.removed.add(new BitSet());
    int size = 1;
    while ((size < words || words == 1) && size <= words && all.fits(size)) {
      all.addEvery(size);
      size++;
    }
    if (size < words) {
      all.draw(size, new Random(seed));
    }
    return new ArrayList<>(all.removed);
  }

  private boolean fits(int size) {
    long subsets = 1;
    for (int i = 0; i < size; i++) {
      subsets = subsets * (words - i) / (i + 1);
    }
    return subsets <= most - removed.size();
  }

  // Gosper's way from one number to the next that has as many bits.
  private void addEvery(int size) {
    long subset = (1L << size) - 1;
    while (subset < 1L << words) {
      removed.add(BitSet.valueOf(new long[] {subset}));
      long lowest = subset & -subset;
      long next = subset + lowest;
      subset = (((subset ^ next) / lowest) >> 2) | next;
    }
  }

  private void draw(int size, Random random) {
    int draws = (most - removed.size()) * DRAWS_PER_SAMPLE;
    List<Integer> order = new ArrayList<>(IntStream.range(0, words).boxed().toList());
    for (int i = 0; i < draws && removed.size() < most; i++) {
      Collections.shuffle(order, random);
      BitSet subset = new BitSet();
      order.subList(0, size).forEach(subset::set);
      removed.add(subset);
    }
  }
}
