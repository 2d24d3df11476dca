package io.chihiro.models.sequences;

import io.chihiro.models.sequences.SkipGram.Config;
import java.util.Arrays;

/// One thread's part of an epoch: stochastic gradient descent, pair by pair, on rows that other
/// threads change as well. Nobody waits for anybody (Hogwild, Recht et al. 2011, arXiv:1106.5730):
/// two threads seldom meet in a row, and a step that is lost now and then is one of millions.
final class SkipGramWorker {
  /// Where nearly all songs are a song's company, a pair has fewer negatives.
  private static final int MOST_DRAWN = 8;

  private static final Arithmetic ARITHMETIC = Arithmetic.quickest();

  private final Shared shared;
  private final Config config;
  private final float[][] inputs;
  private final float[][] outputs;
  private final int[] kept;
  private final float[] pull;
  private long random;
  private double lossSum;
  private long pairs;

  /// What all threads read.
  static final class Shared {
    private final Corpus corpus;
    private final AliasTable negatives;
    private final TruePairs truePairs;

    /// Chance of each song, by number, to be left in its sequence.
    private final float[] keeping;

    Shared(Corpus corpus, Config config) {
      this.corpus = corpus;
      negatives = new AliasTable(Frequency.damped(corpus.vocabulary()));
      truePairs = TruePairs.of(corpus, config.window());
      keeping = keeping(corpus.vocabulary(), config.ubiquity());
    }

    // word2vec's own formula, of the ratio to the average.
    private static float[] keeping(Vocabulary vocabulary, double ubiquity) {
      float[] keeping = new float[vocabulary.size() + 1];
      double most = ubiquity * vocabulary.total() / vocabulary.size();
      for (int id = 1; id < keeping.length; id++) {
        double share = most / vocabulary.count(id);
        keeping[id] = (float) Math.min(1, Math.sqrt(share) + share);
      }
      return keeping;
    }
  }

  SkipGramWorker(Shared shared, Config config, SkipGram learning) {
    this.shared = shared;
    this.config = config;
    inputs = learning.inputs();
    outputs = learning.outputs();
    kept = new int[shared.corpus.longest()];
    pull = new float[config.dimension()];
  }

  /// The sum of the losses of all pairs so far.
  double lossSum() {
    return lossSum;
  }

  /// The pairs so far.
  long pairs() {
    return pairs;
  }

  /// Learns the pairs of a sequence, at most as many as are allowed: from anywhere in it and then
  /// around, so that every epoch has another part of a long one.
  ///
  /// @param seed of the sequence in this epoch
  void learn(int sequence, long seed, float rate) {
    random = seed;
    int length = thinned(sequence);
    if (length < 2) {
      return;
    }
    int left = config.mostPairs();
    int begin = Mixing.below(length, drawn());
    for (int i = 0; i < length && left > 0; i++) {
      left -= around((begin + i) % length, length, left, rate);
    }
  }

  private int thinned(int sequence) {
    int length = 0;
    for (int i = shared.corpus.begin(sequence); i < shared.corpus.begin(sequence + 1); i++) {
      int song = shared.corpus.song(i);
      if (shared.keeping[song] >= 1 || Mixing.unit(drawn()) < shared.keeping[song]) {
        kept[length++] = song;
      }
    }
    return length;
  }

  private int around(int place, int length, int most, float rate) {
    int song = kept[place];
    int end = Math.min(length, place + config.window() + 1);
    int learned = 0;
    for (int i = Math.max(0, place - config.window()); i < end && learned < most; i++) {
      if (kept[i] != song) {
        pair(song, kept[i], rate);
        learned++;
      }
    }
    return learned;
  }

  private void pair(int song, int company, float rate) {
    float[] input = inputs[song];
    Arrays.fill(pull, 0);
    positive(input, outputs[company], rate);
    for (int i = 0; i < config.negatives(); i++) {
      int negative = negative(song);
      if (negative != Vocabulary.PADDING) {
        negative(input, outputs[negative], rate);
      }
    }
    ARITHMETIC.add(input, pull);
    pairs++;
  }

  private void positive(float[] input, float[] output, float rate) {
    int place = Logistic.place(ARITHMETIC.dot(input, output));
    lossSum += Logistic.loss(place);
    ARITHMETIC.step(input, output, rate * (1 - Logistic.sigmoid(place)), pull);
  }

  private void negative(float[] input, float[] output, float rate) {
    int place = Logistic.place(ARITHMETIC.dot(input, output));
    lossSum += Logistic.lossOfNegative(place);
    ARITHMETIC.step(input, output, -rate * Logistic.sigmoid(place), pull);
  }

  private int negative(int song) {
    for (int i = 0; i < MOST_DRAWN; i++) {
      int drawn = shared.negatives.draw(drawn());
      if (drawn != song && !shared.truePairs.contains(song, drawn)) {
        return drawn;
      }
    }
    return Vocabulary.PADDING;
  }

  private long drawn() {
    random = Mixing.next(random);
    return Mixing.mixed(random);
  }
}
