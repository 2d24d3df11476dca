package io.chihiro.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/// The songs of a life, each with its days: what every question asks of a life, worked out once.
///
/// @param songs in the order in which they first appear
/// @param days how many there are
/// @param plays of all songs on all days
public record PlayedSongs<P extends PlayedSong>(List<SongDays<P>> songs, int days, int plays) {

  /// A song and its days.
  ///
  /// @param song its identity
  /// @param days it was on, oldest first
  /// @param plays on all of them
  public record SongDays<P extends PlayedSong>(String song, List<P> days, int plays) {
    SongDays(String song, List<P> days) {
      this(song, days, PlayedSongs.plays(days));
    }

    double[] similarities(IntToDoubleFunction ofDay) {
      double[] similarities = new double[days.size()];
      for (int i = 0; i < similarities.length; i++) {
        similarities[i] = ofDay.applyAsDouble(days.get(i).place());
      }
      return similarities;
    }
  }

  /// The songs of these days.
  ///
  /// @param all every song of every day, oldest day first
  public static <P extends PlayedSong> PlayedSongs<P> of(List<P> all) {
    Map<String, List<P>> bySong = new LinkedHashMap<>();
    int days = 0;
    for (P played : all) {
      bySong.computeIfAbsent(played.song(), _ -> new ArrayList<>()).add(played);
      days = Math.max(days, played.place() + 1);
    }
    List<SongDays<P>> songs = new ArrayList<>();
    bySong.forEach((song, itsDays) -> songs.add(new SongDays<>(song, List.copyOf(itsDays))));
    return new PlayedSongs<>(List.copyOf(songs), days, plays(all));
  }

  static int plays(List<? extends PlayedSong> played) {
    int plays = 0;
    for (PlayedSong each : played) {
      plays += each.plays();
    }
    return plays;
  }
}
