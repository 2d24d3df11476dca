package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import io.chihiro.models.PlayedSong;
import io.chihiro.models.PlayedSongs;
import io.chihiro.models.Question;
import io.chihiro.models.SongModel;
import io.chihiro.models.SongOrder;
import io.chihiro.models.SongScore;
import io.chihiro.models.Vectors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How well days find their own songs when each day in turn is held out: its text is the query, the
/// other days are all that is known, and the songs it really had are the right answers.
///
/// Only days count that share a song with another day: the others cannot be answered.
public final class HeldOutDays {
  private static final List<Figure> FIGURES =
      List.of(Figure.HIT_AT_5, Figure.MRR_AT_10, Figure.NDCG_AT_10);

  /// A day and where it lies.
  public record Day(LifeDay day, Vector vector) {
    private Set<String> songs() {
      return day.songs();
    }
  }

  /// A vector by reference.
  public interface Vector {
    /// Its numbers, unit length.
    float[] values();
  }

  /// Ranks the songs of the known days for a query day, best first.
  @FunctionalInterface
  public interface Ranker {
    List<String> rank(Day query, List<Day> known) throws InterruptedException;
  }

  /// A song on a known day.
  private record Played(String song, LocalDate date, int place, int plays, int playsOfDay)
      implements PlayedSong {}

  private HeldOutDays() {}

  /// The figures of one way of ranking; `days` says how many days they rest on.
  public static Map<String, Double> measure(List<Day> days, Ranker ranker)
      throws InterruptedException {
    Map<String, Double> sums = new TreeMap<>();
    FIGURES.forEach(figure -> sums.put(figure.words(), 0.0));
    int asked = 0;
    for (int held = 0; held < days.size(); held++) {
      Day query = days.get(held);
      List<Day> known = new ArrayList<>(days);
      known.remove(held);
      if (answerable(query, known)) {
        List<String> ranked = ranker.rank(query, known);
        FIGURES.forEach(
            figure ->
                sums.merge(
                    figure.words(),
                    figure.of(ranked, query.songs(), Set.of()).orElseThrow(),
                    Double::sum));
        asked++;
      }
    }
    int divisor = Math.max(asked, 1);
    sums.replaceAll((_, sum) -> sum / divisor);
    sums.put("days", (double) asked);
    return sums;
  }

  /// By the days' cosines to the query, in the order of answers.
  ///
  /// @param beta inverse temperature of the soft mean
  public static Ranker bySimilarity(double beta) {
    SongOrder order = new SongOrder(SongScore.USUAL, beta);
    return (query, known) -> {
      double[] similarities =
          known.stream()
              .mapToDouble(day -> Vectors.dot(query.vector().values(), day.vector().values()))
              .toArray();
      return order.rank(songs(known), place -> similarities[place], Figure.DEPTH).stream()
          .map(SongOrder.Ranked::song)
          .toList();
    };
  }

  /// By a model that asks the days themselves.
  public static Ranker by(SongModel model) {
    return (query, known) ->
        model
            .over(known.stream().map(Day::day).toList())
            .best(List.of(new Question(query.day().text(), query.day().date())), Figure.DEPTH)
            .getFirst();
  }

  private static PlayedSongs<Played> songs(List<Day> days) {
    List<Played> all = new ArrayList<>();
    for (int place = 0; place < days.size(); place++) {
      LifeDay day = days.get(place).day();
      for (Map.Entry<String, Integer> song : day.plays().entrySet()) {
        all.add(new Played(song.getKey(), day.date(), place, song.getValue(), day.allPlays()));
      }
    }
    return PlayedSongs.of(all);
  }

  private static boolean answerable(Day query, List<Day> known) {
    return known.stream().anyMatch(day -> day.songs().stream().anyMatch(query.songs()::contains));
  }
}
