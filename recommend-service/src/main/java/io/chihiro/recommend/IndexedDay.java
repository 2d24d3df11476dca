package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.models.DayFit;
import java.time.LocalDate;
import java.util.List;

/// A whole day: what was written, what was played, and the vectors of what was written.
///
/// @param songs of the day, and the moment they belong to
/// @param windows passages as long as the encoder reads, at least one
/// @param sentences passages that can be quoted; may be empty
record IndexedDay(DaySongs songs, List<Passage> windows, List<Passage> sentences) {

  /// How well a day fits a query.
  ///
  /// @param similarity of the day as a whole, a cosine
  /// @param excerpt the sentence that fits best
  record Fit(DaySongs songs, double similarity, String excerpt) {
    Moment moment() {
      return songs.moment();
    }
  }

  IndexedDay(Moment moment, List<Passage> windows, List<Passage> sentences) {
    this(DaySongs.of(moment), windows, sentences);
  }

  static IndexedDay of(Moment moment, TextEmbedded embedded) {
    return new IndexedDay(moment, of(embedded, Grain.DAY), of(embedded, Grain.SENTENCE));
  }

  private static List<Passage> of(TextEmbedded embedded, Grain grain) {
    return embedded.passages().stream().filter(passage -> passage.grain() == grain).toList();
  }

  Moment moment() {
    return songs.moment();
  }

  LocalDate date() {
    return moment().date();
  }

  /// How well the day fits, and nothing else.
  double similarity(float[] query, double beta) {
    return DayFit.of(similarities(windows, query), similarities(sentences, query), beta)
        .similarity();
  }

  /// How well the day fits; the sentence that fits best is the excerpt.
  Fit fit(float[] query, double beta) {
    DayFit fit = DayFit.of(similarities(windows, query), similarities(sentences, query), beta);
    Passage quoted =
        fit.bestSentence().isPresent()
            ? sentences.get(fit.bestSentence().getAsInt())
            : windows.getFirst();
    return new Fit(songs, fit.similarity(), quote(quoted));
  }

  private static double[] similarities(List<Passage> passages, float[] query) {
    double[] similarities = new double[passages.size()];
    for (int i = 0; i < similarities.length; i++) {
      similarities[i] = passages.get(i).vector().dot(query);
    }
    return similarities;
  }

  private String quote(Passage passage) {
    return moment().text().substring(passage.start(), passage.end());
  }
}
