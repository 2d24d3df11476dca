package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.models.DayFit;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.SparseVector;
import io.chihiro.models.Tfidf;
import io.chihiro.recommend.IndexedDay.Fit;
import java.util.List;

/// A life's days by their counted words: TF-IDF, fitted to these days and no others.
///
/// @param days with songs, oldest first
record CountedDays(Tfidf words, List<CountedDay> days) {

  /// A day.
  ///
  /// @param whole its text's counted words
  /// @param parts its sentences and their counted words, in their order
  private record CountedDay(DaySongs songs, SparseVector whole, List<Part> parts) {}

  private record Part(Span span, SparseVector counted) {}

  static CountedDays of(List<Moment> moments) {
    List<Moment> withSongs = moments.stream().filter(day -> !day.songs().isEmpty()).toList();
    Tfidf words = Tfidf.fit(withSongs.stream().map(Moment::text).toList());
    return new CountedDays(words, withSongs.stream().map(day -> counted(words, day)).toList());
  }

  private static CountedDay counted(Tfidf words, Moment day) {
    List<Part> parts =
        PassageSplitter.sentences(day.text()).stream()
            .map(span -> new Part(span, words.vector(span.of(day.text()))))
            .toList();
    return new CountedDay(DaySongs.of(day), words.vector(day.text()), parts);
  }

  /// How well each day fits a question.
  List<Fit> fits(String question, double beta) {
    SparseVector asked = words.vector(question);
    return days.stream().map(day -> fit(day, asked, beta)).toList();
  }

  private Fit fit(CountedDay day, SparseVector asked, double beta) {
    double[] parts =
        day.parts().stream().mapToDouble(part -> words.similarity(part.counted(), asked)).toArray();
    double[] whole = {words.similarity(day.whole(), asked)};
    DayFit fit = DayFit.of(whole, parts, beta);
    String text = day.songs().moment().text();
    String excerpt =
        fit.bestSentence().isPresent()
            ? day.parts().get(fit.bestSentence().getAsInt()).span().of(text)
            : text;
    return new Fit(day.songs(), fit.similarity(), excerpt);
  }
}
