package io.chihiro.sample;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// One journal day and the songs kept on repeat that day, as an independent count gives them.
///
/// @param date the local date
/// @param songs most played first, then by title and artist
public record ExpectedMoment(LocalDate date, List<SongCount> songs) {
  /// From so many plays on a day on, a song belongs to the day.
  public static final int LEAST_PLAYS = 3;

  /// A song and its counting plays on a day.
  public record SongCount(String title, String artist, int plays) {
    SongName name() {
      return new SongName(title, artist);
    }
  }

  private static final Comparator<SongCount> MOST_PLAYED_FIRST =
      Comparator.comparingInt(SongCount::plays)
          .reversed()
          .thenComparing(SongCount::title)
          .thenComparing(SongCount::artist);

  public ExpectedMoment {
    songs = songs.stream().sorted(MOST_PLAYED_FIRST).toList();
  }

  static ExpectedMoment of(LocalDate date, Map<SongName, Integer> plays) {
    return new ExpectedMoment(
        date,
        plays.entrySet().stream()
            .filter(song -> song.getValue() >= LEAST_PLAYS)
            .map(ExpectedMoment::count)
            .toList());
  }

  private static SongCount count(Map.Entry<SongName, Integer> song) {
    return new SongCount(song.getKey().title(), song.getKey().artist(), song.getValue());
  }
}
