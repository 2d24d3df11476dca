package io.chihiro.recommend;

import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.models.PlayedSong;
import io.chihiro.models.SongOrder;
import io.chihiro.models.SongScore;
import io.chihiro.recommend.DaySongs.Then;
import io.chihiro.recommend.IndexedDay.Fit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Ranks the songs of a life by how well the days on which they were replayed fit a query.
///
/// The order itself is [SongOrder]'s: what measures models orders songs by the same lines.
final class SongRanking {
  private final SongOrder order;
  private final double beta;

  /// A song and why it stands where it stands.
  ///
  /// @param lift its share of the plays on the evidence days over its share of all plays
  /// @param evidence the days that carried it, best first
  record Ranked(
      Song song,
      Optional<String> spotifyUri,
      double score,
      double lift,
      LocalDate firstPlayed,
      LocalDate lastPlayed,
      int plays,
      List<Evidence> evidence) {}

  /// A day that carried a song.
  record Evidence(LocalDate date, String excerpt, int plays, double similarity) {}

  /// A song on a day.
  private record Played(Then then, Fit fit) implements PlayedSong {
    SongPlays onThatDay() {
      return then.onThatDay();
    }

    @Override
    public String song() {
      return then.identity();
    }

    @Override
    public int playsOfDay() {
      return fit.songs().plays();
    }

    @Override
    public LocalDate date() {
      return fit.moment().date();
    }

    @Override
    public int plays() {
      return onThatDay().plays();
    }

    @Override
    public double similarity() {
      return fit.similarity();
    }
  }

  SongRanking(SongScore score, double beta) {
    this.order = new SongOrder(score, beta);
    this.beta = beta;
  }

  /// The best songs, best first, for a question in the space of the days' vectors.
  List<Ranked> rank(List<IndexedDay> days, float[] query, int limit) {
    return rank(
        days.stream()
            .filter(day -> !day.songs().songs().isEmpty())
            .map(day -> day.fit(query, beta))
            .toList(),
        limit);
  }

  /// The best songs, best first.
  ///
  /// @param fits how well each day with songs fits, oldest first
  List<Ranked> rank(List<Fit> fits, int limit) {
    List<Played> all = new ArrayList<>();
    for (Fit fit : fits) {
      fit.songs().songs().forEach(song -> all.add(new Played(song, fit)));
    }
    return order.rank(all, limit).stream().map(SongRanking::ranked).toList();
  }

  private static Ranked ranked(SongOrder.Ranked<Played> ranked) {
    // Days come oldest first, so the last one spells the song as it is spelled now.
    Played latest = ranked.days().getLast();
    return new Ranked(
        latest.onThatDay().song(),
        latest.onThatDay().spotifyUri(),
        ranked.score(),
        ranked.lift(),
        ranked.days().getFirst().date(),
        latest.date(),
        ranked.plays(),
        ranked.evidence().stream().map(SongRanking::evidence).toList());
  }

  private static Evidence evidence(Played played) {
    return new Evidence(played.date(), played.fit().excerpt(), played.plays(), played.similarity());
  }
}
