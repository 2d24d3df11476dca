package io.chihiro.models.sequences;

/// Positive pointwise mutual information of songs that stand within a window of each other: what
/// the skip-gram approximates (Levy and Goldberg 2014), counted. A baseline that is hard to beat.
///
/// `PPMI(a,b) = max(0, ln( P(a,b) / (P(a)·P(b)) ))`, with `P(b) ~ n(b)^0.75` on the side of what is
/// answered, or songs that occur once would be everybody's nearest (Levy, Goldberg and Dagan 2015).
///
/// Kept are the pairs that were seen, row by row in flat arrays.
public final class Pmi implements SequenceModel {
  private final Vocabulary vocabulary;
  private final int[] begins;
  private final int[] others;
  private final float[] values;
  private final float[] prior;

  private Pmi(Vocabulary vocabulary, PairCounts pairs) {
    this.vocabulary = vocabulary;
    begins = new int[vocabulary.size() + 2];
    pairs.forEach((song, _, _) -> begins[song + 1]++);
    for (int i = 1; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
    others = new int[begins[begins.length - 1]];
    values = new float[others.length];
    prior = Frequency.prior(vocabulary);
    fill(pairs);
  }

  /// Counts every pair of the corpus within the window.
  public static Pmi of(Corpus corpus, int window) {
    PairCounts pairs = new PairCounts();
    corpus.forEachPair(
        window,
        (song, other) -> {
          pairs.add(song, other);
          pairs.add(other, song);
        });
    return new Pmi(corpus.vocabulary(), pairs);
  }

  private void fill(PairCounts pairs) {
    double[] ofSong = new double[vocabulary.size() + 1];
    pairs.forEach((song, _, count) -> ofSong[song] += count);
    double[] damped = Frequency.damped(vocabulary);
    double all = 0;
    for (double each : damped) {
      all += each;
    }
    double sum = all;
    int[] place = begins.clone();
    pairs.forEach(
        (song, other, count) -> {
          double ratio = count / ofSong[song] * sum / damped[other];
          others[place[song]] = other;
          values[place[song]++] = (float) Math.max(0, Math.log(ratio));
        });
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public float[] similarities(int song) {
    float[] scores = new float[vocabulary.size() + 1];
    add(song, 1, scores);
    return scores;
  }

  @Override
  public float[] next(int[] last) {
    float[] scores = prior.clone();
    for (int song : last) {
      add(song, 1f / last.length, scores);
    }
    return scores;
  }

  private void add(int song, float weight, float[] scores) {
    for (int i = begins[song]; i < begins[song + 1]; i++) {
      scores[others[i]] += weight * values[i];
    }
  }
}
