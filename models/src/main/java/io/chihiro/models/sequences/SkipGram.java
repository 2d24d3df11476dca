package io.chihiro.models.sequences;

import io.chihiro.models.BrokenModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Learns a vector for each song such that songs which stand near each other in playlists and
/// sessions have similar ones: skip-gram with negative sampling (Mikolov et al. 2013,
/// arXiv:1310.4546), with songs for words (Barkan and Koenigstein 2016, arXiv:1603.04259).
///
/// `maximise Σ over pairs (c,o): ln σ(v_c·u_o) + Σ over 5 negatives n: ln σ(−v_c·u_n)`
///
/// `v` is a song's input vector, `u` its output vector. Neighbours are found by the cosine of input
/// vectors. At the optimum `v_c·u_o` is `ln P(o|c) − ln P(n)` and a constant, with `P(n)` the
/// distribution of negatives, so what comes next is told by `v_c·u_o + 0.75·ln n(o)`.
///
/// Safe for use by several threads once learned.
public final class SkipGram implements SequenceModel {
  private static final Arithmetic ARITHMETIC = Arithmetic.quickest();

  private final Config config;
  private final Vocabulary vocabulary;
  private final float[][] inputs;
  private final float[][] outputs;
  private final List<Double> losses;

  /// Its numbers.
  ///
  /// @param dimension numbers in a vector
  /// @param window songs before and after a song that are its company
  /// @param negatives drawn for each pair
  /// @param mostPairs of one sequence in one epoch, or whoever has the longest playlist would
  ///     teach the most
  /// @param epochs passes over all sequences
  /// @param rate of the first step; it falls to nothing by the last
  /// @param ubiquity songs that occur more often than so many average ones are thinned out: they
  ///     are everybody's company and tell little. Relative to the average, as a share of all would
  ///     mean nothing in a small life and everything in a large one
  /// @param seed where all randomness begins
  public record Config(
      int dimension,
      int window,
      int negatives,
      int mostPairs,
      int epochs,
      double rate,
      double ubiquity,
      long seed) {
    public Config {
      if (dimension < 1 || window < 1 || negatives < 1 || mostPairs < 1 || epochs < 1) {
        throw new IllegalArgumentException("the sizes of a skip-gram are at least one");
      }
      if (!(rate > 0 && rate <= 1) || !(ubiquity > 0)) {
        throw new IllegalArgumentException("the rate is above 0 and at most 1, ubiquity above 0");
      }
    }

    /// S2's window, negatives, pairs, dimension and epochs. The rate is twice word2vec's, as lists
    /// of one person are few: at 0.025 twenty epochs end before they have learned enough.
    public static Config usual(long seed) {
      return new Config(32, 10, 5, 10_000, 20, 0.05, 20, seed);
    }

    /// The same with so many epochs.
    public Config withEpochs(int other) {
      return new Config(dimension, window, negatives, mostPairs, other, rate, ubiquity, seed);
    }

    /// The same at another pace.
    public Config withRate(double other) {
      return new Config(dimension, window, negatives, mostPairs, epochs, other, ubiquity, seed);
    }
  }

  /// Takes the rows as they are: while it is learned they change under it.
  SkipGram(
      Config config,
      Vocabulary vocabulary,
      float[][] inputs,
      float[][] outputs,
      List<Double> losses) {
    this.config = config;
    this.vocabulary = vocabulary;
    this.inputs = inputs;
    this.outputs = outputs;
    this.losses = List.copyOf(losses);
  }

  /// Learns from a corpus, from where an earlier run of the same training stopped if there is one.
  ///
  /// @throws CancellationException if it was stopped
  /// @throws IllegalStateException if its numbers outgrew all bounds
  public static SkipGram learn(Corpus corpus, Config config, LearningRun run)
      throws InterruptedException {
    return new SkipGramTraining(corpus, config, run).learned();
  }

  /// Reads a model from its file.
  ///
  /// @throws BrokenModelException if the file is missing, cut off, changed or something else
  public static SkipGram read(Path file) {
    return SkipGramFile.read(file).model();
  }

  /// Writes the model to a file, which is there whole or not at all.
  public void write(Path file) throws IOException {
    SkipGramFile.write(this, 0, file);
  }

  /// What it was learned with.
  public Config config() {
    return config;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /// The mean loss of each epoch so far.
  public List<Double> losses() {
    return losses;
  }

  /// A song's vector; zeros for a song that is unknown.
  public float[] vector(String song) {
    return inputs[vocabulary.id(song)].clone();
  }

  @Override
  public float[] similarities(int song) {
    float[] scores = new float[vocabulary.size() + 1];
    float[] one = inputs[song];
    double length = Math.sqrt(ARITHMETIC.dot(one, one));
    for (int id = 1; id < scores.length; id++) {
      double both = length * Math.sqrt(ARITHMETIC.dot(inputs[id], inputs[id]));
      scores[id] = both > 0 ? (float) (ARITHMETIC.dot(one, inputs[id]) / both) : 0;
    }
    return scores;
  }

  @Override
  public float[] next(int[] last) {
    float[] mean = mean(last);
    float[] scores = Frequency.prior(vocabulary);
    for (int id = 1; id < scores.length; id++) {
      scores[id] += ARITHMETIC.dot(mean, outputs[id]);
    }
    return scores;
  }

  private float[] mean(int[] last) {
    float[] mean = new float[config.dimension()];
    for (int song : last) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += inputs[song][i] / last.length;
      }
    }
    return mean;
  }

  /// Rows by number, as long as the dimension; row 0 is padding.
  float[][] inputs() {
    return inputs;
  }

  /// Rows by number, as long as the dimension; row 0 is padding.
  float[][] outputs() {
    return outputs;
  }
}
