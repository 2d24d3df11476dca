package io.chihiro.recommend;

import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.models.ByteVector;
import io.chihiro.models.DayFit;
import io.chihiro.models.PassageSplitter.Span;
import java.util.List;

/// Passages of a day's text, all of one grain, and their vectors.
final class Passages {
  private final List<Span> spans;
  private final ByteVector[] vectors;

  private Passages(List<Span> spans, ByteVector[] vectors) {
    this.spans = spans;
    this.vectors = vectors;
  }

  static Passages of(TextEmbedded embedded, Grain grain) {
    List<Passage> passages =
        embedded.passages().stream().filter(passage -> passage.grain() == grain).toList();
    return new Passages(
        passages.stream().map(passage -> new Span(passage.start(), passage.end())).toList(),
        passages.stream()
            .map(passage -> ByteVector.of(passage.vector().toArray()))
            .toArray(ByteVector[]::new));
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /// Their cosines with a question.
  double[] cosines(ByteVector question) {
    double[] cosines = new double[vectors.length];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = vectors[i].dot(question);
    }
    return cosines;
  }

  /// The one that fits a question best; there must be one.
  Span best(ByteVector question) {
    return spans.get(DayFit.best(cosines(question)));
  }
}
