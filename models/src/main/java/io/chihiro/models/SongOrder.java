package io.chihiro.models;

import io.chihiro.models.PlayedSongs.SongDays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Orders the songs of a life by how well the days on which they were replayed fit a query; what
/// answers and what measures answers both use it.
///
/// Equal scores are common (songs that share all of their days), so they are ordered by how special
/// a song was to the days shown, then by how lately it was played.
public final class SongOrder {
  /// Days that are shown for a song.
  public static final int EVIDENCE_DAYS = 3;

  // Scores closer than this differ by rounding only.
  private static final double SAME_SCORE = 1e-6;

  private final SongScore score;
  private final double beta;

  /// A song and why it stands where it stands.
  ///
  /// @param song its identity
  /// @param lift its share of the plays on the evidence days over its share of all plays
  /// @param days every day it was on, oldest first
  /// @param plays over all its days
  /// @param evidence the days that carried it, best first
  public record Ranked<P extends PlayedSong>(
      String song, double score, double lift, List<P> days, int plays, List<P> evidence) {
    private long roundedScore() {
      return rounded(score);
    }

    private LocalDate lastPlayed() {
      return days.getLast().date();
    }
  }

  private static final Comparator<Ranked<?>> BEST_FIRST =
      Comparator.<Ranked<?>>comparingLong(Ranked::roundedScore)
          .thenComparingDouble(Ranked::lift)
          .thenComparing(Ranked::lastPlayed)
          .reversed()
          .thenComparing(Ranked::song);

  /// An order by a score.
  ///
  /// @param beta inverse temperature of the soft mean
  public SongOrder(SongScore score, double beta) {
    this.score = score;
    this.beta = beta;
  }

  /// The best songs, best first.
  ///
  /// @param similarity how well the day at a place fits, a cosine
  public <P extends PlayedSong> List<Ranked<P>> rank(
      PlayedSongs<P> songs, IntToDoubleFunction similarity, int limit) {
    double[] scores = scores(songs, similarity);
    long lowest = lowest(scores, limit);
    return IntStream.range(0, scores.length)
        .filter(song -> rounded(scores[song]) >= lowest)
        .mapToObj(song -> ranked(songs, song, scores[song], similarity))
        .sorted(BEST_FIRST)
        .limit(limit)
        .toList();
  }

  private double[] scores(PlayedSongs<?> songs, IntToDoubleFunction similarity) {
    double[] own =
        songs.songs().stream()
            .mapToDouble(song -> score.of(song.similarities(similarity), beta))
            .toArray();
    return score.company() == 0 ? own : Company.mixedInto(own, score.company(), songs);
  }

  // What else decides matters only among songs of like score, so most songs need not be looked at.
  private static long lowest(double[] scores, int limit) {
    long[] sorted = Arrays.stream(scores).mapToLong(SongOrder::rounded).sorted().toArray();
    return sorted.length <= limit ? Long.MIN_VALUE : sorted[sorted.length - limit];
  }

  private static long rounded(double score) {
    return Math.round(score / SAME_SCORE);
  }

  private static <P extends PlayedSong> Ranked<P> ranked(
      PlayedSongs<P> songs, int place, double score, IntToDoubleFunction similarity) {
    SongDays<P> song = songs.songs().get(place);
    List<P> best =
        song.days().stream()
            .sorted(
                Comparator.comparingDouble((P day) -> similarity.applyAsDouble(day.place()))
                    .reversed())
            .limit(EVIDENCE_DAYS)
            .toList();
    double lift = lift(best, (double) song.plays() / songs.plays());
    return new Ranked<>(song.song(), score, lift, song.days(), song.plays(), best);
  }

  private static double lift(List<? extends PlayedSong> best, double shareEver) {
    int onTheseDays = best.stream().mapToInt(PlayedSong::playsOfDay).sum();
    return (double) PlayedSongs.plays(best) / onTheseDays / shareEver;
  }
}
