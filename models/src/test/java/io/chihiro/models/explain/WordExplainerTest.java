package io.chihiro.models.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.explain.Explanation.WordWeight;
import io.chihiro.models.explain.WordExplainer.Config;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordExplainerTest {
  private static final String MOOD =
      "The sea is calm, the wind is cold and I am quietly happy to be on my own here again.";

  // A song that likes the sea and the wind, and not the cold; the vector counts these words.
  private static final SongScorer SONG = vector -> 0.5 * vector[0] + 0.2 * vector[1] - vector[2];

  private final CountingEncoder encoder = new CountingEncoder("sea", "wind", "cold");

  @Test
  void theWordsOfALinearScoreGetTheirWeights() throws InterruptedException {
    Explanation explanation = explain(MOOD, Config.USUAL);

    assertEquals(List.of("cold", "sea", "wind"), top(explanation, 3));
    assertEquals(-1, explanation.words().get(0).weight(), 0.05);
    assertEquals(0.5, explanation.words().get(1).weight(), 0.03);
    assertEquals(0, explanation.words().get(3).weight(), 0.02);
    assertEquals(-0.3, explanation.score(), 1e-6);
    assertTrue(explanation.fit() > 0.99, "R² is " + explanation.fit());
  }

  @Test
  void besideAWeightStandsTheExactChangeWithoutTheWord() throws InterruptedException {
    for (WordWeight word : explain(MOOD, Config.USUAL).words().subList(0, 3)) {
      double without = encoder.score(MOOD.replace(word.word(), ""), SONG);
      assertEquals(encoder.score(MOOD, SONG) - without, word.change(), 1e-6);
      assertEquals(Math.signum(word.change()), Math.signum(word.weight()));
    }
  }

  @Test
  void noMoreThanTenWordsAreTold() throws InterruptedException {
    assertEquals(10, explain(MOOD, Config.USUAL).words().size());
    assertEquals(2, explain("Cold wind.", Config.USUAL).words().size());
  }

  @Test
  void theSameQuestionHasTheSameAnswer() throws InterruptedException {
    assertEquals(explain(MOOD, Config.USUAL), explain(MOOD, Config.USUAL));
    assertNotEquals(
        explain(MOOD, Config.USUAL).words().get(5),
        explain(MOOD, Config.USUAL.withSeed(7)).words().get(5));
  }

  @Test
  void everyPerturbedMoodIsEncodedOnceInOneBatchForAllSongs() throws InterruptedException {
    var _ = new WordExplainer(encoder, Config.USUAL).explain(MOOD, List.of(SONG, SONG, SONG));

    assertEquals(1, encoder.batches());
    assertEquals(500, encoder.texts().size());
    assertEquals(500, new HashSet<>(encoder.texts()).size());
  }

  @Test
  void aWordThatStandsTwiceGoesTwice() throws InterruptedException {
    Explanation explanation = explain("Sea, sea!", Config.USUAL);

    assertEquals(List.of("Sea"), top(explanation, 10));
    assertEquals(1, explanation.words().getFirst().change(), 1e-6);
  }

  @Test
  void ofAShortMoodEverythingThereIsIsSeen() throws InterruptedException {
    // Of four words 1 + 4 + 6 + 4 subsets leave a word; no seed changes that.
    Explanation explanation = explain("Cold sea, calm wind.", Config.USUAL);

    assertEquals(15, encoder.texts().size());
    Set<String> seen = Set.copyOf(encoder.texts());
    assertEquals(List.of("Cold", "sea", "wind", "calm"), top(explanation, 4));

    var _ = explain("Cold sea, calm wind.", Config.USUAL.withSeed(7));
    assertEquals(seen, Set.copyOf(encoder.texts()));
  }

  @Test
  void aMoodWithoutWordsHasAScoreAndNoWeights() throws InterruptedException {
    assertEquals(new Explanation(0, 1, List.of()), explain("?!", Config.USUAL));
  }

  @Test
  void aLongMoodIsExplainedByItsFirstSixtyWords() throws InterruptedException {
    StringBuilder mood = new StringBuilder();
    for (int i = 0; i < 90; i++) {
      mood.append("word").append(i).append(' ');
    }
    Explanation explanation = explain(mood + "cold", Config.USUAL);

    assertEquals(-1, explanation.score(), 1e-6);
    assertTrue(explanation.words().stream().noneMatch(word -> word.word().equals("cold")));
    assertTrue(encoder.texts().stream().allMatch(text -> text.endsWith("cold")));
  }

  @Test
  void anExplanationNeedsASampleAWord() {
    assertThrows(IllegalArgumentException.class, () -> new Config(60, 10, 0.25, 1, 1));
  }

  private Explanation explain(String mood, Config config) throws InterruptedException {
    encoder.forget();
    return new WordExplainer(encoder, config).explain(mood, List.of(SONG)).getFirst();
  }

  private static List<String> top(Explanation explanation, int most) {
    return explanation.words().stream().limit(most).map(WordWeight::word).toList();
  }
}
