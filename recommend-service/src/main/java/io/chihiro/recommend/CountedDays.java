package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.models.DayFit;
import io.chihiro.models.PassageSplitter;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.PlayedSongs;
import io.chihiro.models.SparseVector;
import io.chihiro.models.Tfidf;
import java.util.List;

/// A life's days by their counted words: TF-IDF, fitted to these days and no others.
///
/// @param days with songs, oldest first
/// @param songs of these
record CountedDays(Tfidf words, List<CountedDay> days, PlayedSongs<SongOnDay> songs) {

  /// A day.
  ///
  /// @param whole its text's counted words
  /// @param parts its sentences and their counted words, in their order
  private record CountedDay(DaySongs songs, SparseVector whole, List<Part> parts) {}

  private record Part(Span span, SparseVector counted) {}

  static CountedDays of(List<Moment> moments) {
    List<Moment> withSongs = moments.stream().filter(day -> !day.songs().isEmpty()).toList();
    Tfidf words = Tfidf.fit(withSongs.stream().map(Moment::text).toList());
    List<CountedDay> days = withSongs.stream().map(day -> counted(words, day)).toList();
    return new CountedDays(
        words, days, SongOnDay.all(days.stream().map(CountedDay::songs).toList()));
  }

  private static CountedDay counted(Tfidf words, Moment day) {
    List<Part> parts =
        PassageSplitter.sentences(day.text()).stream()
            .map(span -> new Part(span, words.vector(span.of(day.text()))))
            .toList();
    return new CountedDay(DaySongs.of(day), words.vector(day.text()), parts);
  }

  /// How well the days fit a question.
  DayFits fits(String question, double beta) {
    SparseVector asked = words.vector(question);
    double[] similarities = days.stream().mapToDouble(day -> fit(day, asked, beta)).toArray();
    return new DayFits(similarities, place -> quote(days.get(place), asked));
  }

  private double fit(CountedDay day, SparseVector asked, double beta) {
    double[] whole = {words.similarity(day.whole(), asked)};
    return DayFit.of(whole, cosines(day, asked), beta);
  }

  private double[] cosines(CountedDay day, SparseVector asked) {
    return day.parts().stream()
        .mapToDouble(part -> words.similarity(part.counted(), asked))
        .toArray();
  }

  private String quote(CountedDay day, SparseVector asked) {
    String text = day.songs().moment().text();
    return day.parts().isEmpty()
        ? text
        : day.parts().get(DayFit.best(cosines(day, asked))).span().of(text);
  }
}
