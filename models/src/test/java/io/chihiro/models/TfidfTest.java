package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The numbers are what scikit-learn 1.9.1 gives for
/// `TfidfVectorizer(max_features=11, ngram_range=(1, 2))`.
class TfidfTest {
  private static final double TOLERANCE = 1e-6;

  private static final List<String> TEXTS =
      List.of(
          "I missed the last bus and walked home, singing, through the rain.",
          "The rain again. I a m so tired of the rain; the bus was late_again.",
          "Señora Ruiz sang for 2 hours, ²³ and the café (naïve!) was full. It's the best café.",
          "Walked by the sea. The sea the sea.");

  private static final Tfidf ELEVEN = Tfidf.fit(TEXTS, 11);

  @Test
  void theMostFrequentWordsAndPairsAreKeptInTheOrderOfTheAlphabet() {
    assertEquals(
        List.of(
            "and",
            "bus",
            "café",
            "rain",
            "sea",
            "sea the",
            "the",
            "the rain",
            "the sea",
            "walked",
            "was"),
        ELEVEN.features());
  }

  @Test
  void textsLieWhereScikitLearnPutsThem() {
    assertSame(
        Map.of(
            "and",
            0.384831994,
            "bus",
            0.384831994,
            "rain",
            0.384831994,
            "the",
            0.509432707,
            "the rain",
            0.384831994,
            "walked",
            0.384831994),
        TEXTS.get(0));
    assertSame(
        Map.of(
            "bus",
            0.267808106,
            "rain",
            0.535616211,
            "the",
            0.531778323,
            "the rain",
            0.535616211,
            "was",
            0.267808106),
        TEXTS.get(1));
    assertSame(
        Map.of("and", 0.313304572, "café", 0.794774246, "the", 0.414746172, "was", 0.313304572),
        TEXTS.get(2));
    assertSame(
        Map.of(
            "sea",
            0.599132372,
            "sea the",
            0.399421581,
            "the",
            0.312652126,
            "the sea",
            0.599132372,
            "walked",
            0.157454281),
        TEXTS.get(3));
  }

  @Test
  void withoutABoundEveryWordOfTwoLettersAndEveryPairCounts() {
    Tfidf all = Tfidf.fit(TEXTS);

    assertEquals(67, all.features().size());
    assertTrue(
        all.features().containsAll(List.of("late_again", "²³ and", "señora ruiz", "it the")));
    SparseVector asked = all.vector("The sea, the bus and a café in the rain, unknown words");
    assertEquals(0.238396086, weight(all, asked, "and"), TOLERANCE);
    assertEquals(0.302375207, weight(all, asked, "the bus"), TOLERANCE);
    assertEquals(0.47337578, weight(all, asked, "the"), TOLERANCE);
    assertEquals(11, asked.values().size());
  }

  @Test
  void ofEquallyFrequentFeaturesTheFirstInTheAlphabetStays() {
    assertEquals(List.of("aa", "bb"), Tfidf.fit(List.of("cc bb aa", "dd"), 2).features());
  }

  @Test
  void theCosineOfTwoTextsIsWhatTheyShare() {
    SparseVector sea = ELEVEN.vector("the sea");
    SparseVector bus = ELEVEN.vector("and a bus");

    assertEquals(1, sea.dot(sea), TOLERANCE);
    assertEquals(0, sea.dot(bus), TOLERANCE);
    assertEquals(0, sea.dot(ELEVEN.vector("nothing known")), TOLERANCE);
  }

  private static void assertSame(Map<String, Double> expected, String text) {
    Map<String, Double> actual = new TreeMap<>();
    ELEVEN
        .vector(text)
        .values()
        .forEach((place, value) -> actual.put(ELEVEN.features().get(place), value));
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach(
        (term, value) ->
            assertEquals(value, actual.getOrDefault(term, Double.NaN), TOLERANCE, term));
  }

  private static double weight(Tfidf tfidf, SparseVector vector, String term) {
    return vector.values().getOrDefault(tfidf.features().indexOf(term), 0.0);
  }
}
