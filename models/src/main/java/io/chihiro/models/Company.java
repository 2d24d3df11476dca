package io.chihiro.models;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The mean score of the songs that share a song's days, each as often as it shares one.
///
/// A song of two days has a score that two days happened to give; the songs around it have been on
/// other days of that time as well.
final class Company {
  private final Map<String, Double> means = new HashMap<>();

  /// The scores on one day.
  private record OnDay(double sum, int count) {
    OnDay and(OnDay other) {
      return new OnDay(sum + other.sum, count + other.count);
    }
  }

  private Company() {}

  /// @param scores of each song alone
  static Company of(
      Map<String, ? extends List<? extends PlayedSong>> bySong, Map<String, Double> scores) {
    Map<LocalDate, OnDay> days = new HashMap<>();
    bySong.forEach(
        (song, own) -> {
          OnDay score = new OnDay(scores.getOrDefault(song, Double.NaN), 1);
          own.forEach(day -> days.merge(day.date(), score, OnDay::and));
        });
    Company company = new Company();
    bySong.forEach(
        (song, own) ->
            company.means.put(song, mean(own, scores.getOrDefault(song, Double.NaN), days)));
    return company;
  }

  // A song that was always alone keeps its own company.
  private static double mean(
      List<? extends PlayedSong> own, double score, Map<LocalDate, OnDay> days) {
    double sum = 0;
    int count = 0;
    for (PlayedSong day : own) {
      OnDay all = days.getOrDefault(day.date(), new OnDay(score, 1));
      sum += all.sum() - score;
      count += all.count() - 1;
    }
    return count == 0 ? score : sum / count;
  }

  /// Each song's score with this share of its company's.
  Map<String, Double> mixedInto(Map<String, Double> scores, double share) {
    Map<String, Double> mixed = new HashMap<>();
    scores.forEach(
        (song, score) ->
            mixed.put(song, (1 - share) * score + share * means.getOrDefault(song, score)));
    return mixed;
  }
}
