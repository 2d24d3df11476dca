package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.PassageSplitter.Span;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {
  @Test
  void aShortDayIsOneWindow() {
    assertEquals(List.of(new Span(0, 29)), PassageSplitter.windows(tokens(10), 254));
  }

  @Test
  void windowsOverlapAndCoverEveryToken() {
    List<Span> windows = PassageSplitter.windows(tokens(600), 254);

    assertEquals(3, windows.size());
    assertEquals(0, windows.getFirst().start());
    assertEquals(600 * 3 - 1, windows.getLast().end());
    for (int i = 1; i < windows.size(); i++) {
      assertTrue(windows.get(i).start() < windows.get(i - 1).end(), "window " + i + " overlaps");
    }
  }

  @Test
  void aTextWithoutTokensHasNoWindow() {
    assertEquals(List.of(), PassageSplitter.windows(List.of(), 254));
  }

  @Test
  void shortSentencesAreJoinedToTheirNeighbour() {
    String text = "Rain. I walked home along the canal and thought of nothing at all. Cold.";

    assertEquals(List.of(text), quoted(text));
  }

  @Test
  void sentencesKeepTheirPlaceInTheText() {
    String text =
        "  The kitchen smelled of oranges the whole afternoon.\n\nWe danced until the neighbours"
            + " knocked on the wall. ";

    assertEquals(
        List.of(
            "The kitchen smelled of oranges the whole afternoon.",
            "We danced until the neighbours knocked on the wall."),
        quoted(text));
  }

  @Test
  void aTextWithoutFullStopsIsCutAtSpaces() {
    String text = "and then ".repeat(100).strip();

    List<Span> sentences = PassageSplitter.sentences(text);

    assertTrue(sentences.size() >= 3);
    sentences.forEach(
        span ->
            assertTrue(span.end() - span.start() <= PassageSplitter.LONGEST_SENTENCE_CHARACTERS));
  }

  private static List<String> quoted(String text) {
    return PassageSplitter.sentences(text).stream().map(span -> span.of(text)).toList();
  }

  // Tokens of two characters and a space.
  private static List<Span> tokens(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Span(i * 3, i * 3 + 2)).toList();
  }
}
