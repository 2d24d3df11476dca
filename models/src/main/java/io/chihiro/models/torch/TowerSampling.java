package io.chihiro.models.torch;

import io.chihiro.models.tastes.LeaveOneOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Batches of interactions with what they are told apart from: the items of the others in the
/// batch, and items drawn evenly from the catalogue. What a user is known to have taken to is
/// never a negative of that user.
final class TowerSampling {
  private final LeaveOneOut split;
  private final int size;
  private final int negatives;
  private final long seed;
  private final List<BitSet> positives = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();

  /// An interaction by numbers.
  record Pair(int user, int item) {}

  /// Interactions of one step, and the items that were drawn for all of them.
  ///
  /// @param drawn numbers of items
  record Batch(List<Pair> pairs, List<Integer> drawn) {
    int[] users() {
      return pairs.stream().mapToInt(Pair::user).toArray();
    }

    /// Every item that is scored: those of the interactions in their order, then those drawn.
    int[] candidates() {
      return IntStream.concat(
              pairs.stream().mapToInt(Pair::item), drawn.stream().mapToInt(Integer::intValue))
          .toArray();
    }
  }

  /// @param size interactions of a batch
  /// @param negatives items drawn for a batch
  TowerSampling(LeaveOneOut split, int size, int negatives, long seed) {
    this.split = split;
    this.size = size;
    this.negatives = negatives;
    this.seed = seed;
    for (int user = 0; user < split.users(); user++) {
      BitSet own = new BitSet(split.items().size());
      for (int item : split.learned(user)) {
        own.set(item);
        pairs.add(new Pair(user, item));
      }
      positives.add(own);
    }
  }

  /// An epoch's batches; the same for the same seed and epoch.
  List<Batch> batches(int epoch) {
    Random random = new Random(seed * 31 + epoch);
    return Batches.shuffled(pairs, size, seed, epoch).stream()
        .map(batch -> new Batch(batch, drawn(random)))
        .toList();
  }

  private List<Integer> drawn(Random random) {
    return random.ints(negatives, 0, split.items().size()).boxed().toList();
  }

  /// What is added to the scores of a batch, row by row: so little that it counts as nothing where
  /// a candidate is no negative of the row's user, and zero elsewhere.
  float[] unfit(Batch batch, float never) {
    int[] candidates = batch.candidates();
    float[] unfit = new float[batch.pairs().size() * candidates.length];
    for (int row = 0; row < batch.pairs().size(); row++) {
      BitSet own = positives.get(batch.pairs().get(row).user());
      for (int column = 0; column < candidates.length; column++) {
        boolean positive = own.get(candidates[column]) && column != row;
        unfit[row * candidates.length + column] = positive ? never : 0;
      }
    }
    return unfit;
  }

  /// A number that differs for other interactions.
  int fingerprint() {
    return IntStream.range(0, split.users())
        .mapToObj(user -> split.user(user) + Arrays.toString(split.learned(user)))
        .toList()
        .hashCode();
  }
}
