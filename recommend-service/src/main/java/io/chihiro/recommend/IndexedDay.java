package io.chihiro.recommend;

import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.models.ByteVector;
import io.chihiro.models.DayFit;
import java.time.LocalDate;
import java.util.function.Predicate;

/// A whole day: what was written, what was played, and the vectors of what was written.
record IndexedDay(DaySongs songs, DayVectors vectors) {
  static IndexedDay of(Moment moment, TextEmbedded embedded) {
    return new IndexedDay(DaySongs.of(moment), DayVectors.of(embedded));
  }

  Moment moment() {
    return songs.moment();
  }

  LocalDate date() {
    return moment().date();
  }

  /// How often a song was played on it.
  ///
  /// @param isIt whether an identity is the song's
  int plays(Predicate<String> isIt) {
    return songs.songs().stream()
        .filter(then -> isIt.test(then.identity()))
        .mapToInt(then -> then.onThatDay().plays())
        .sum();
  }

  /// How well the day as a whole fits, a cosine.
  double similarity(ByteVector question, double beta) {
    return DayFit.of(
        vectors.windows().cosines(question), vectors.sentences().cosines(question), beta);
  }

  /// The sentence that fits best.
  String excerpt(ByteVector question) {
    Passages quotable = vectors.sentences().isEmpty() ? vectors.windows() : vectors.sentences();
    return quotable.best(question).of(moment().text());
  }
}
