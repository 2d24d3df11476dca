package io.chihiro.models.explain;

import io.chihiro.models.TextEncoder;
import io.chihiro.models.explain.Explanation.WordWeight;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Weighs the words of a mood for one fixed song (LIME: Ribeiro, Singh and Guestrin 2016,
/// arXiv:1602.04938), beside the exact change when a word alone is left out.
///
/// `min Σ π(z) (score(z) − b − z·β)² + λ |β|²` over moods z with words left out, 1 for a word that
/// stays; `π(z) = exp(−d² / 2w²)`, `d = 1 − √(share of the words that stay)`, the cosine distance
/// to the whole mood.
///
/// The song is fixed before anything is left out, so a weight tells of this song and no other. The
/// perturbed moods are encoded in one batch, equal ones once, and serve all songs of an answer. The
/// same question has the same answer. Thread-safe if the encoder is.
public final class WordExplainer {
  private final TextEncoder encoder;
  private final Config config;

  /// How closely it is looked.
  ///
  /// @param samples moods with words left out; 500 hold every two words of a mood of thirty
  /// @param words how many are told
  /// @param kernelWidth how far from the mood a sample still counts: LIME's own for text
  /// @param lambda how small weights are kept: next to nothing, or those of a short mood, which has
  ///     few samples, would shrink
  /// @param seed of what is drawn
  public record Config(int samples, int words, double kernelWidth, double lambda, long seed) {
    /// What answers use.
    public static final Config USUAL = new Config(500, 10, 0.25, 0.01, 20_240_106L);

    public Config {
      if (samples <= MoodWords.MOST_WORDS || !(kernelWidth > 0) || !(lambda > 0)) {
        throw new IllegalArgumentException(
            "an explanation needs a sample a word, a kernel and a lambda above 0");
      }
    }

    /// The same with another seed.
    public Config withSeed(long other) {
      return new Config(samples, words, kernelWidth, lambda, other);
    }
  }

  /// An explainer.
  ///
  /// @param encoder the one that reads questions
  public WordExplainer(TextEncoder encoder, Config config) {
    this.encoder = encoder;
    this.config = config;
  }

  /// Explains the scores of some songs for one mood, in the order of the songs.
  public List<Explanation> explain(String mood, List<SongScorer> songs)
      throws InterruptedException {
    MoodWords words = new MoodWords(mood);
    List<BitSet> removed = Perturbations.of(words.count(), config.samples(), config.seed());
    List<float[]> vectors = encoded(removed.stream().map(words::without).toList());
    return songs.stream().map(song -> explanation(words, removed, vectors, song)).toList();
  }

  private List<float[]> encoded(List<String> texts) throws InterruptedException {
    Map<String, Integer> places = new LinkedHashMap<>();
    texts.forEach(text -> places.putIfAbsent(text, places.size()));
    List<float[]> encoded = encoder.encodeAll(List.copyOf(places.keySet()));
    return texts.stream().map(text -> encoded.get(places.getOrDefault(text, 0))).toList();
  }

  private Explanation explanation(
      MoodWords words, List<BitSet> removed, List<float[]> vectors, SongScorer song) {
    double[] scores = vectors.stream().mapToDouble(song::score).toArray();
    if (words.count() == 0) {
      return new Explanation(scores[0], 1, List.of());
    }
    WeightedRidge line =
        new WeightedRidge(
            points(removed, words.count()),
            scores,
            removed.stream().mapToDouble(set -> weight(set, words.count())).toArray(),
            config.lambda());
    return new Explanation(scores[0], line.fit(), heaviest(words, line.slopes(), scores));
  }

  private static double[][] points(List<BitSet> removed, int words) {
    double[][] points = new double[removed.size()][words];
    for (int i = 0; i < points.length; i++) {
      for (int word = 0; word < words; word++) {
        points[i][word] = removed.get(i).get(word) ? 0 : 1;
      }
    }
    return points;
  }

  private double weight(BitSet removed, int words) {
    double distance = 1 - Math.sqrt(1 - (double) removed.cardinality() / words);
    return Math.exp(-distance * distance / (2 * config.kernelWidth() * config.kernelWidth()));
  }

  // The samples begin with the whole mood, then come the moods without one word each.
  private List<WordWeight> heaviest(MoodWords words, double[] slopes, double[] scores) {
    List<WordWeight> weights = new ArrayList<>();
    for (int word = 0; word < words.count(); word++) {
      double change = scores[0] - scores[1 + word];
      weights.add(new WordWeight(words.all().get(word), slopes[word], change));
    }
    return weights.stream()
        .sorted(Comparator.comparingDouble((WordWeight each) -> -Math.abs(each.weight())))
        .limit(config.words())
        .toList();
  }
}
