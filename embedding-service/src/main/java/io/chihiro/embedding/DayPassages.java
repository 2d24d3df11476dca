package io.chihiro.embedding;

import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.PassageSplitter.Span;
import java.util.ArrayList;
import java.util.List;

/// Which stretches of a day's text get a vector: windows as long as the encoder reads, and the
/// sentences that the evidence can quote.
final class DayPassages {
  // The encoder adds a mark at either end.
  private static final int MARKS = 2;

  /// A stretch of text to be encoded.
  record Stretch(Grain grain, Span span) {}

  private DayPassages() {}

  /// At least one stretch, for any text that is not blank.
  ///
  /// @param tokens where each token of the text lies
  /// @param tokensAtOnce tokens that the encoder reads at once, the marks at the ends included
  static List<Stretch> of(String text, List<Span> tokens, int tokensAtOnce) {
    List<Stretch> stretches = new ArrayList<>();
    for (Span window : windows(text, tokens, tokensAtOnce - MARKS)) {
      stretches.add(new Stretch(Grain.DAY, window));
    }
    for (Span sentence : PassageSplitter.sentences(text)) {
      stretches.add(new Stretch(Grain.SENTENCE, sentence));
    }
    return stretches;
  }

  // A text of signs that the encoder does not know has no tokens, and is one window all the same.
  private static List<Span> windows(String text, List<Span> tokens, int longest) {
    return tokens.isEmpty()
        ? List.of(new Span(0, text.length()))
        : PassageSplitter.windows(tokens, longest);
  }
}
