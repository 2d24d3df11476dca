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
/// First nothing, then every word, then every two, as long as there is room; the rest is drawn: how
/// many words go, then which. So what lies nearest to the mood and weighs most is the same for
/// every seed, and of a short mood all there is is seen.
final class Perturbations {
  private static final int FEWEST_DRAWN = 3;
  // A mood of so few words has no further subsets to draw.
  private static final int DRAWS_PER_SAMPLE = 4;

  private final int words;
  private final int most;
  private final Set<BitSet> removed = new LinkedHashSet<>();

  private Perturbations(int words, int most) {
    this.words = words;
    this.most = most;
  }

  /// Different sets of words to remove, the empty one first; at most `most`, one word stays.
  static List<BitSet> of(int words, int most, long seed) {
    Perturbations all = new Perturbations(words, most);
    all.add(new BitSet());
    all.addSingles();
    all.addPairs();
    all.draw(new Random(seed));
    return new ArrayList<>(all.removed);
  }

  private void addSingles() {
    for (int word = 0; word < words; word++) {
      add(BitSet.valueOf(new long[] {1L << word}));
    }
  }

  private void addPairs() {
    for (int one = 0; one < words; one++) {
      for (int other = one + 1; other < words; other++) {
        add(BitSet.valueOf(new long[] {1L << one | 1L << other}));
      }
    }
  }

  private void draw(Random random) {
    int draws = words > FEWEST_DRAWN ? most * DRAWS_PER_SAMPLE : 0;
    for (int i = 0; i < draws && removed.size() < most; i++) {
      int size = FEWEST_DRAWN + random.nextInt(words - FEWEST_DRAWN);
      add(subset(size, random));
    }
  }

  private BitSet subset(int size, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, words).boxed().toList());
    Collections.shuffle(order, random);
    BitSet subset = new BitSet();
    order.subList(0, size).forEach(subset::set);
    return subset;
  }

  private void add(BitSet set) {
    boolean something = set.isEmpty() || set.cardinality() < Math.max(words, 2);
    if (something && removed.size() < most) {
      removed.add(set);
    }
  }
}
