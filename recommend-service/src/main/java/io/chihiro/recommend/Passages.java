package io.chihiro.recommend;

import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.models.DayFit;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.Vectors;
import java.util.List;

/// Passages of a day's text, all of one grain, and their vectors.
final class Passages {
  private final List<Span> spans;
  private final float[][] vectors;

  private Passages(List<Span> spans, float[][] vectors) {
    this.spans = spans;
    this.vectors = vectors;
  }

  static Passages of(TextEmbedded embedded, Grain grain) {
    List<Passage> passages =
        embedded.passages().stream().filter(passage -> passage.grain() == grain).toList();
    return new Passages(
        passages.stream().map(passage -> new Span(passage.start(), passage.end())).toList(),
        passages.stream().map(passage -> passage.vector().toArray()).toArray(float[][]::new));
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /// Their cosines with a question.
  double[] cosines(float[] question) {
    double[] cosines = new double[vectors.length];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = Vectors.dot(vectors[i], question);
    }
    return cosines;
  }

  /// The one that fits a question best; there must be one.
  Span best(float[] question) {
    return spans.get(DayFit.best(cosines(question)));
  }
}
