package io.chihiro.models;

import io.chihiro.models.PlayedSongs.SongDays;
import java.util.List;

/// The mean score of the songs that share a song's days, each as often as it shares one.
///
/// A song of two days has a score that two days happened to give; the songs around it have been on
/// other days of that time as well.
final class Company {
  private final double[] sums;
  private final int[] counts;

  private Company(int days) {
    sums = new double[days];
    counts = new int[days];
  }

  /// Each song's score with this share of its company's.
  ///
  /// @param scores of each song alone
  static double[] mixedInto(double[] scores, double share, PlayedSongs<?> songs) {
    Company company = new Company(songs.days());
    for (int i = 0; i < scores.length; i++) {
      company.add(songs.songs().get(i).days(), scores[i]);
    }
    double[] mixed = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      mixed[i] = (1 - share) * scores[i] + share * company.of(songs.songs().get(i), scores[i]);
    }
    return mixed;
  }

  private void add(List<? extends PlayedSong> days, double score) {
    for (PlayedSong day : days) {
      sums[day.place()] += score;
      counts[day.place()]++;
    }
  }

  // A song that was always alone keeps its own company.
  private double of(SongDays<?> song, double score) {
    double sum = 0;
    int count = 0;
    for (PlayedSong day : song.days()) {
      sum += sums[day.place()] - score;
      count += counts[day.place()] - 1;
    }
    return count == 0 ? score : sum / count;
  }
}
