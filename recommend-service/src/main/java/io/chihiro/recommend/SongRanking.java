package io.chihiro.recommend;

import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.recommend.IndexedDay.Fit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Ranks the songs of a life by how well the days on which they were replayed fit a query.
///
/// Equal scores are common (songs that share all of their days), so they are ordered by how
/// special a song was to the days shown, then by how lately it was played.
final class SongRanking {
  private static final int EVIDENCE_DAYS = 3;

  // Scores closer than this differ by rounding only.
  private static final double SAME_SCORE = 1e-6;

  private final SongScore score;
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
  private record Played(SongPlays song, Fit fit) {
    LocalDate date() {
      return fit.day().date();
    }
  }

  SongRanking(SongScore score, double beta) {
    this.score = score;
    this.beta = beta;
  }

  /// The best songs, best first.
  List<Ranked> rank(List<IndexedDay> days, float[] query, int limit) {
    List<Played> all = new ArrayList<>();
    for (IndexedDay day : days) {
      if (!day.songs().isEmpty()) {
        Fit fit = day.fit(query, beta);
        day.songs().forEach(song -> all.add(new Played(song, fit)));
      }
    }
    int plays = plays(all);
    return bySong(all).values().stream()
        .map(played -> ranked(played, plays))
        .sorted(BEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.<Ranked>comparingLong(ranked -> Math.round(ranked.score() / SAME_SCORE))
          .thenComparingDouble(Ranked::lift)
          .thenComparing(Ranked::lastPlayed)
          .reversed()
          .thenComparing(ranked -> ranked.song().identity());

  private static Map<String, List<Played>> bySong(List<Played> all) {
    Map<String, List<Played>> bySong = new HashMap<>();
    for (Played played : all) {
      bySong.computeIfAbsent(played.song().song().identity(), _ -> new ArrayList<>()).add(played);
    }
    return bySong;
  }

  private Ranked ranked(List<Played> played, int playsOfAll) {
    List<Double> similarities = played.stream().map(each -> each.fit().similarity()).toList();
    List<Played> best =
        played.stream()
            .sorted(Comparator.comparingDouble((Played each) -> each.fit().similarity()).reversed())
            .limit(EVIDENCE_DAYS)
            .toList();
    // Days come oldest first, so the last one spells the song as it is spelled now.
    Played latest = played.getLast();
    return new Ranked(
        latest.song().song(),
        latest.song().spotifyUri(),
        score.of(similarities, beta),
        lift(best, plays(played), playsOfAll),
        played.getFirst().date(),
        latest.date(),
        plays(played),
        best.stream().map(SongRanking::evidence).toList());
  }

  private static double lift(List<Played> best, int playsOfSong, int playsOfAll) {
    int onTheseDays =
        best.stream()
            .flatMap(each -> each.fit().day().songs().stream())
            .mapToInt(SongPlays::plays)
            .sum();
    double shareThen = (double) plays(best) / onTheseDays;
    double shareEver = (double) playsOfSong / playsOfAll;
    return shareThen / shareEver;
  }

  private static Evidence evidence(Played played) {
    return new Evidence(
        played.date(), played.fit().excerpt(), played.song().plays(), played.fit().similarity());
  }

  private static int plays(List<Played> played) {
    return played.stream().collect(Collectors.summingInt(each -> each.song().plays()));
  }
}
