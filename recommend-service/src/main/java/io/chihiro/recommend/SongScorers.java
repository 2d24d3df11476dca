package io.chihiro.recommend;

import io.chihiro.events.Song;
import io.chihiro.models.SongScore;
import io.chihiro.models.explain.SongScorer;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The scores of the songs of one answer for any question, as the answer was made. Songs share
/// their days, so a day is compared with a question once for all of them. Not thread-safe.
final class SongScorers {
  private final List<Song> songs;
  private final List<IndexedDay> days;
  private final SongScore score;
  private final double beta;
  private final IdentityHashMap<float[], double[]> fits = new IdentityHashMap<>();

  /// @param answerable all days that could be asked, oldest first
  SongScorers(List<IndexedDay> answerable, List<Song> songs, SongScore score, double beta) {
    this.songs = songs;
    this.days = daysOf(songs, answerable);
    this.score = score;
    this.beta = beta;
  }

  /// A scorer a song, in the order of the songs.
  List<SongScorer> all() {
    return songs.stream().map(this::scorer).toList();
  }

  private SongScorer scorer(Song song) {
    String identity = song.identity();
    int[] places =
        IntStream.range(0, days.size())
            .filter(place -> days.get(place).songs().has(identity))
            .toArray();
    return question -> {
      double[] similarities = fits.computeIfAbsent(question, this::compared);
      return score.of(
          Arrays.stream(places).mapToDouble(place -> similarities[place]).toArray(), beta);
    };
  }

  private double[] compared(float[] question) {
    return days.stream().mapToDouble(day -> day.similarity(question, beta)).toArray();
  }

  private static List<IndexedDay> daysOf(List<Song> songs, List<IndexedDay> days) {
    Set<String> wanted = songs.stream().map(Song::identity).collect(Collectors.toSet());
    return days.stream()
        .filter(
            day -> day.songs().songs().stream().anyMatch(then -> wanted.contains(then.identity())))
        .toList();
  }
}
