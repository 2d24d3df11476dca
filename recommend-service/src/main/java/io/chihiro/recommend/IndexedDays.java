package io.chihiro.recommend;

import io.chihiro.models.ByteVector;
import io.chihiro.models.PlayedSongs;
import java.util.Collection;
import java.util.List;

/// A user's days under one version as they are at one moment, and what every question asks of them.
///
/// @param days that can be asked, oldest first
/// @param withSongs those on which songs were replayed, oldest first
/// @param songs of these
record IndexedDays(
    List<IndexedDay> days, List<IndexedDay> withSongs, PlayedSongs<SongOnDay> songs) {
  static final IndexedDays NONE = of(List.of());

  static IndexedDays of(Collection<IndexedDay> days) {
    List<IndexedDay> withSongs =
        days.stream().filter(day -> !day.songs().songs().isEmpty()).toList();
    return new IndexedDays(
        List.copyOf(days),
        withSongs,
        SongOnDay.all(withSongs.stream().map(IndexedDay::songs).toList()));
  }

  /// How well the days with songs fit a question in the space of their vectors.
  DayFits fits(float[] question, double beta) {
    ByteVector compared = ByteVector.of(question);
    double[] similarities =
        withSongs.stream().mapToDouble(day -> day.similarity(compared, beta)).toArray();
    return new DayFits(similarities, place -> withSongs.get(place).excerpt(compared));
  }

  Known known() {
    return new Known(days.size(), withSongs.size());
  }
}
