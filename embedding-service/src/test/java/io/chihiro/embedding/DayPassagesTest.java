package io.chihiro.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.embedding.DayPassages.Stretch;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayPassagesTest {
  private static final TextEncoder ENCODER =
      new InMemoryEncoder("1", 8) {
        @Override
        public List<Span> tokens(String text) {
          return words(text);
        }
      };
  private static final String TWO_SENTENCES =
      "I walked to the harbour and back again twice. "
          + "Nobody called, and I did not mind that at all.";

  @Test
  void aShortDayIsOneWindowAndItsSentences() {
    List<Stretch> stretches = DayPassages.of(TWO_SENTENCES, ENCODER);

    assertEquals(List.of(TWO_SENTENCES), texts(stretches, Grain.DAY, TWO_SENTENCES));
    assertEquals(
        List.of(
            "I walked to the harbour and back again twice.",
            "Nobody called, and I did not mind that at all."),
        texts(stretches, Grain.SENTENCE, TWO_SENTENCES));
  }

  @Test
  void aLongDayHasWindowsThatOverlapAndReachItsEnd() {
    String text = "The sea was grey and I was tired of it. ".repeat(100).strip();
    List<Span> windows = spans(DayPassages.of(text, ENCODER), Grain.DAY);

    assertTrue(windows.size() > 1, windows::toString);
    assertEquals(0, windows.getFirst().start());
    assertEquals(text.length(), windows.getLast().end());
    for (int i = 1; i < windows.size(); i++) {
      assertTrue(windows.get(i).start() < windows.get(i - 1).end(), "windows overlap");
    }
  }

  @Test
  void noWindowIsLongerThanTheEncoderReads() {
    String text = "word ".repeat(1000).strip();
    List<Span> tokens = words(text);

    for (Span window : spans(DayPassages.of(text, ENCODER), Grain.DAY)) {
      long inside =
          tokens.stream()
              .filter(token -> token.start() >= window.start() && token.end() <= window.end())
              .count();
      assertTrue(inside <= ENCODER.window() - 2, () -> inside + " tokens");
    }
  }

  @Test
  void aTextOfUnknownSignsIsOneWindowAllTheSame() {
    List<Stretch> stretches = DayPassages.of("🌊🌊🌊", new InMemoryEncoder("1", 8));

    assertEquals(List.of("🌊🌊🌊"), texts(stretches, Grain.DAY, "🌊🌊🌊"));
  }

  private static List<String> texts(List<Stretch> stretches, Grain grain, String text) {
    return spans(stretches, grain).stream().map(span -> span.of(text)).toList();
  }

  private static List<Span> spans(List<Stretch> stretches, Grain grain) {
    return stretches.stream()
        .filter(stretch -> stretch.grain() == grain)
        .map(Stretch::span)
        .toList();
  }

  /// Every word a token: what an encoder's own tokens look like, without the encoder.
  private static List<Span> words(String text) {
    List<Span> words = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      words.add(new Span(start, end));
      start = end + 1;
    }
    return words;
  }
}
