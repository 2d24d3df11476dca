package io.chihiro.models;

import io.chihiro.models.PassageSplitter.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Which words a text has that few others have (Spärck Jones 1972), as scikit-learn's
/// `TfidfVectorizer(max_features=5000, ngram_range=(1, 2))` defines it.
///
/// `v = u / |u|`, `uᵢ = count of i in the text · idfᵢ`,
/// `idfᵢ = ln((1 + texts) / (1 + texts with i)) + 1`.
///
/// Features are words and pairs of neighbouring words, in the order of the alphabet; the most
/// frequent are kept, and of equally frequent ones those that come first in the alphabet
/// (scikit-learn leaves that to a sort that promises no order). Kept nowhere: its words are the
/// diary's, and they are counted again from the days in memory. Immutable.
public final class Tfidf implements TextSpace<SparseVector> {
  /// As requests and tables call it.
  public static final String NAME = "tfidf";

  /// As the paper has it: more features are words used once.
  static final int MOST_FEATURES = 5_000;

  // Two or more letters, digits or underscores, as Python's \w counts them.
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{2,}");

  private final List<String> features;
  private final List<Double> idf;
  private final Map<String, Integer> places = new HashMap<>();

  private Tfidf(List<String> features, List<Double> idf) {
    this.features = List.copyOf(features);
    this.idf = List.copyOf(idf);
    features.forEach(feature -> places.put(feature, places.size()));
  }

  /// Counts the words of these texts.
  public static Tfidf fit(List<String> texts) {
    return fit(texts, MOST_FEATURES);
  }

  static Tfidf fit(List<String> texts, int mostFeatures) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> textsWith = new HashMap<>();
    for (String text : texts) {
      List<String> terms = terms(text);
      terms.forEach(term -> counts.merge(term, 1, Integer::sum));
      new HashSet<>(terms).forEach(term -> textsWith.merge(term, 1, Integer::sum));
    }
    List<String> features = mostFrequent(counts, mostFeatures);
    return new Tfidf(
        features,
        features.stream().map(term -> idf(texts.size(), textsWith.getOrDefault(term, 0))).toList());
  }

  private static List<String> mostFrequent(SortedMap<String, Integer> counts, int most) {
    // The sort is stable: equals stay in the order of the alphabet.
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static double idf(int texts, int textsWithTerm) {
    return Math.log((1.0 + texts) / (1.0 + textsWithTerm)) + 1;
  }

  private static List<String> terms(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    List<String> terms = new ArrayList<>(words);
    for (int i = 1; i < words.size(); i++) {
      terms.add(words.get(i - 1) + " " + words.get(i));
    }
    return terms;
  }

  /// Words and pairs of words, in the order of the vectors' places.
  public List<String> features() {
    return features;
  }

  /// Where a text lies; unit length, or zeros for a text of which no word is known.
  public SparseVector vector(String text) {
    SortedMap<Integer, Double> values = new TreeMap<>();
    for (String term : terms(text)) {
      Integer place = places.get(term);
      if (place != null) {
        values.merge(place, idf.get(place), Double::sum);
      }
    }
    return SparseVector.unit(values);
  }

  @Override
  public List<SparseVector> days(List<String> texts) {
    return texts.stream().map(this::vector).toList();
  }

  @Override
  public double similarity(SparseVector one, SparseVector other) {
    return one.dot(other);
  }

  @Override
  public List<Span> windows(String text) {
    return List.of(new Span(0, text.length()));
  }
}
