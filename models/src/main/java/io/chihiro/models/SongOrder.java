package io.chihiro.models;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final double company;

  /// A song and why it stands where it stands.
  ///
  /// @param song its identity
  /// @param lift its share of the plays on the evidence days over its share of all plays
  /// @param days every day it was on, oldest first
  /// @param evidence the days that carried it, best first
  public record Ranked<P extends PlayedSong>(
      String song, double score, double lift, List<P> days, List<P> evidence) {
    /// Plays over all its days.
    public int plays() {
      return SongOrder.plays(days);
    }

    LocalDate lastPlayed() {
      return days.getLast().date();
    }
  }

  /// An order in which every song stands for itself.
  ///
  /// @param beta inverse temperature of the soft mean
  public SongOrder(SongScore score, double beta) {
    this(score, beta, 0);
  }

  /// An order in which the company that a song keeps speaks as well.
  ///
  /// @param beta inverse temperature of the soft mean
  /// @param company the share of a score that is the mean score of the songs on its days, from 0
  ///     to 1
  public SongOrder(SongScore score, double beta, double company) {
    if (!(company >= 0 && company <= 1)) {
      throw new IllegalArgumentException("the company's share must lie between 0 and 1");
    }
    this.score = score;
    this.beta = beta;
    this.company = company;
  }

  /// The best songs, best first.
  ///
  /// @param all every song of every day, oldest day first
  public <P extends PlayedSong> List<Ranked<P>> rank(List<P> all, int limit) {
    Map<String, List<P>> bySong = bySong(all);
    List<Scored<P>> scored = new ArrayList<>();
    scores(bySong)
        .forEach(
            (song, score) ->
                scored.add(new Scored<>(song, score, bySong.getOrDefault(song, List.of()))));
    int plays = plays(all);
    return inReach(scored, limit).stream()
        .map(song -> ranked(song, plays))
        .sorted(BEST_FIRST)
        .limit(limit)
        .toList();
  }

  /// A song's score, before anything is asked about why.
  private record Scored<P extends PlayedSong>(String song, double score, List<P> days) {
    long rounded() {
      return Math.round(score / SAME_SCORE);
    }
  }

  // What else decides matters only among songs of like score, so most songs need not be looked at.
  private static <P extends PlayedSong> List<Scored<P>> inReach(List<Scored<P>> scored, int limit) {
    if (scored.size() <= limit) {
      return scored;
    }
    long[] scores = scored.stream().mapToLong(Scored::rounded).sorted().toArray();
    long lowest = scores[scores.length - limit];
    return scored.stream().filter(song -> song.rounded() >= lowest).toList();
  }

  private <P extends PlayedSong> Map<String, Double> scores(Map<String, List<P>> bySong) {
    Map<String, Double> own = new HashMap<>();
    bySong.forEach((song, days) -> own.put(song, score.of(similarities(days), beta)));
    return company == 0 ? own : Company.of(bySong, own).mixedInto(own, company);
  }

  private static double[] similarities(List<? extends PlayedSong> days) {
    double[] similarities = new double[days.size()];
    for (int i = 0; i < similarities.length; i++) {
      similarities[i] = days.get(i).similarity();
    }
    return similarities;
  }

  private static final Comparator<Ranked<?>> BEST_FIRST =
      Comparator.<Ranked<?>>comparingLong(ranked -> Math.round(ranked.score() / SAME_SCORE))
          .thenComparingDouble(Ranked::lift)
          .thenComparing(Ranked::lastPlayed)
          .reversed()
          .thenComparing(Ranked::song);

  private static <P extends PlayedSong> Map<String, List<P>> bySong(List<P> all) {
    Map<String, List<P>> bySong = new HashMap<>();
    for (P played : all) {
      bySong.computeIfAbsent(played.song(), _ -> new ArrayList<>()).add(played);
    }
    return bySong;
  }

  private static <P extends PlayedSong> Ranked<P> ranked(Scored<P> song, int playsOfAll) {
    List<P> best =
        song.days().stream()
            .sorted(Comparator.comparingDouble((P day) -> day.similarity()).reversed())
            .limit(EVIDENCE_DAYS)
            .toList();
    double lift = lift(best, plays(song.days()), playsOfAll);
    return new Ranked<>(song.song(), song.score(), lift, song.days(), best);
  }

  private static double lift(List<? extends PlayedSong> best, int playsOfSong, int playsOfAll) {
    int onTheseDays = best.stream().mapToInt(PlayedSong::playsOfDay).sum();
    double shareThen = (double) plays(best) / onTheseDays;
    double shareEver = (double) playsOfSong / playsOfAll;
    return shareThen / shareEver;
  }

  private static int plays(List<? extends PlayedSong> played) {
    return played.stream().mapToInt(PlayedSong::plays).sum();
  }
}
