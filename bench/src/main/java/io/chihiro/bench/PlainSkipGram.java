package io.chihiro.bench;

import io.chihiro.models.sequences.SkipGram.Config;
import io.chihiro.models.sequences.Vocabulary;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The same steps as a skip-gram's, written down as a textbook has them: an exponential a pair, a
/// search in cumulated weights a negative, true pairs in a set, one sum a dot product.
final class PlainSkipGram {
  private final Config config;
  private final Random random;
  private final List<int[]> lists;
  private final float[][] inputs;
  private final float[][] outputs;
  private final double[] cumulated;
  private final Set<Long> truePairs = new HashSet<>();

  PlainSkipGram(List<List<String>> lists, Config config) {
    this.config = config;
    random = new Random(config.seed());
    Vocabulary vocabulary = Vocabulary.of(lists, 1);
    this.lists =
        lists.stream().map(list -> list.stream().mapToInt(vocabulary::id).toArray()).toList();
    inputs = new float[vocabulary.size() + 1][config.dimension()];
    outputs = new float[vocabulary.size() + 1][config.dimension()];
    cumulated = new double[vocabulary.size() + 1];
    for (int id = 1; id < inputs.length; id++) {
      cumulated[id] = cumulated[id - 1] + Math.pow((double) vocabulary.count(id), 0.75);
      for (int i = 0; i < config.dimension(); i++) {
        inputs[id][i] = (random.nextFloat() - 0.5f) / config.dimension();
      }
    }
    this.lists.forEach(list -> everyPair(list, (song, other) -> truePairs.add(key(song, other))));
  }

  private interface Pair {
    void of(int song, int other);
  }

  /// Pairs learned in a second of some lists.
  ///
  /// @param most lists that are learned
  double pairsPerSecond(int most) {
    long[] pairs = {0};
    Stopwatch watch = Stopwatch.begin();
    for (int[] list : lists.subList(0, Math.min(most, lists.size()))) {
      everyPair(
          list,
          (song, other) -> {
            pair(song, other);
            pairs[0]++;
          });
    }
    return pairs[0] / watch.seconds();
  }

  private void everyPair(int[] list, Pair pair) {
    for (int place = 0; place < list.length; place++) {
      int end = Math.min(list.length, place + config.window() + 1);
      for (int other = Math.max(0, place - config.window()); other < end; other++) {
        if (list[place] != list[other]) {
          pair.of(list[place], list[other]);
        }
      }
    }
  }

  private void pair(int song, int other) {
    float[] pull = new float[config.dimension()];
    step(inputs[song], outputs[other], 1, pull);
    for (int i = 0; i < config.negatives(); i++) {
      int negative = drawn();
      while (negative == song || truePairs.contains(key(song, negative))) {
        negative = drawn();
      }
      step(inputs[song], outputs[negative], 0, pull);
    }
    for (int i = 0; i < pull.length; i++) {
      inputs[song][i] += pull[i];
    }
  }

  private void step(float[] input, float[] output, int label, float[] pull) {
    float dot = 0;
    for (int i = 0; i < input.length; i++) {
      dot += input[i] * output[i];
    }
    float by = (float) (config.rate() * (label - 1 / (1 + Math.exp(-dot))));
    for (int i = 0; i < input.length; i++) {
      pull[i] += by * output[i];
      output[i] += by * input[i];
    }
  }

  private int drawn() {
    double at = random.nextDouble() * cumulated[cumulated.length - 1];
    int place = Arrays.binarySearch(cumulated, at);
    return Math.clamp(place < 0 ? -place - 1 : place, 1, cumulated.length - 1);
  }

  // Spread as a set wants it: two numbers side by side would fall on few places.
  private long key(int song, int other) {
    return (long) song * inputs.length + other;
  }
}
