package io.chihiro.embedding;

import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.TextEncoder;
import java.util.ArrayList;
import java.util.List;

/// Which stretches of a day's text get a vector: windows as long as the encoder reads, and the
/// sentences that the evidence can quote.
final class DayPassages {
  /// A stretch of text to be encoded.
  record Stretch(Grain grain, Span span) {}

  private DayPassages() {}

  /// At least one stretch, for any text that is not blank.
  static List<Stretch> of(String text, TextEncoder encoder) {
    List<Stretch> stretches = new ArrayList<>();
    for (Span window : PassageSplitter.windowsOf(text, encoder)) {
      stretches.add(new Stretch(Grain.DAY, window));
    }
    for (Span sentence : PassageSplitter.sentences(text)) {
      stretches.add(new Stretch(Grain.SENTENCE, sentence));
    }
    return stretches;
  }
}
