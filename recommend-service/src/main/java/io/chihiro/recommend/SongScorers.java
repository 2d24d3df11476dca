package io.chihiro.recommend;

import io.chihiro.events.Song;
import io.chihiro.models.ByteVector;
import io.chihiro.models.PlayedSongs.SongDays;
import io.chihiro.models.SongScore;
import io.chihiro.models.explain.SongScorer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The scores of the songs of one answer for any question, each by its own days. Songs share their
/// days, so a day is compared with a question once for all of them. Not thread-safe.
final class SongScorers {
  private final IndexedDays days;
  private final List<SongDays<SongOnDay>> songs;
  private final int[] places;
  private final SongScore score;
  private final double beta;
  private final IdentityHashMap<float[], double[]> fits = new IdentityHashMap<>();

  /// @param days what the songs were chosen from
  SongScorers(IndexedDays days, List<Song> songs, SongScore score, double beta) {
    this.days = days;
    this.songs = daysOf(songs, days);
    this.places =
        this.songs.stream()
            .flatMapToInt(song -> song.days().stream().mapToInt(SongOnDay::place))
            .distinct()
            .toArray();
    this.score = score;
    this.beta = beta;
  }

  /// A scorer a song, in the order of the songs.
  List<SongScorer> all() {
    return songs.stream().map(this::scorer).toList();
  }

  private SongScorer scorer(SongDays<SongOnDay> song) {
    return question -> {
      double[] similarities = fits.computeIfAbsent(question, this::compared);
      return score.of(
          song.days().stream().mapToDouble(day -> similarities[day.place()]).toArray(), beta);
    };
  }

  // By the places of all days; those that are not asked for stay empty.
  private double[] compared(float[] question) {
    ByteVector compared = ByteVector.of(question);
    double[] similarities = new double[days.withSongs().size()];
    for (int place : places) {
      similarities[place] = days.withSongs().get(place).similarity(compared, beta);
    }
    return similarities;
  }

  private static List<SongDays<SongOnDay>> daysOf(List<Song> songs, IndexedDays days) {
    Map<String, SongDays<SongOnDay>> known =
        days.songs().songs().stream()
            .collect(Collectors.toMap(SongDays::song, Function.identity()));
    return songs.stream()
        .map(song -> Optional.ofNullable(known.get(song.identity())).orElseThrow())
        .toList();
  }
}
