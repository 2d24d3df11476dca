package io.chihiro.models.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {
  private static final List<List<String>> LISTS =
      List.of(List.of("b", "a", "c"), List.of("a", "b"), List.of("a"));

  @Test
  void songsAreNumberedFromOneByHowOftenTheyOccur() {
    Vocabulary vocabulary = Vocabulary.of(LISTS, 1);

    assertEquals(3, vocabulary.size());
    assertEquals(
        List.of("a", "b", "c"),
        List.of(vocabulary.song(1), vocabulary.song(2), vocabulary.song(3)));
    assertEquals(3, vocabulary.count(1));
    assertEquals(6, vocabulary.total());
  }

  @Test
  void aSongThatIsUnknownIsPadding() {
    assertEquals(Vocabulary.PADDING, Vocabulary.of(LISTS, 1).id("nobody's"));
  }

  @Test
  void rareSongsAreLeftOutAndTheRestClosesUp() {
    Corpus corpus = Corpus.of(List.of(List.of("a", "rare", "b"), List.of("b", "a")), 2);

    assertEquals(2, corpus.vocabulary().size());
    assertEquals(List.of("a b", "b a"), pairs(corpus, 1));
  }

  @Test
  void aSingleSongIsNoSequence() {
    assertEquals(2, Corpus.of(LISTS, 1).sequences());
    assertEquals(0, Corpus.of(List.of(), 1).sequences());
  }

  @Test
  void pairsReachAsFarAsTheWindowAndNeverIntoAnotherSequence() {
    Corpus corpus = Corpus.of(List.of(List.of("a", "b", "c", "d"), List.of("d", "a")), 1);

    assertEquals(List.of("a b", "b c", "c d", "d a"), pairs(corpus, 1));
    assertEquals(List.of("a b", "a c", "b c", "b d", "c d", "d a"), pairs(corpus, 2));
  }

  @Test
  void aSongIsNoCompanyForItself() {
    assertEquals(List.of("a b", "b a"), pairs(Corpus.of(List.of(List.of("a", "b", "a")), 1), 2));
  }

  @Test
  void anotherOrderHasAnotherFingerprint() {
    long fingerprint = Corpus.of(List.of(List.of("a", "b")), 1).fingerprint();

    assertEquals(fingerprint, Corpus.of(List.of(List.of("a", "b")), 1).fingerprint());
    assertNotEquals(fingerprint, Corpus.of(List.of(List.of("b", "a")), 1).fingerprint());
    assertNotEquals(fingerprint, Corpus.of(List.of(List.of("a", "c")), 1).fingerprint());
  }

  private static List<String> pairs(Corpus corpus, int window) {
    List<String> pairs = new ArrayList<>();
    corpus.forEachPair(
        window,
        (song, other) ->
            pairs.add(corpus.vocabulary().song(song) + " " + corpus.vocabulary().song(other)));
    return pairs;
  }
}
