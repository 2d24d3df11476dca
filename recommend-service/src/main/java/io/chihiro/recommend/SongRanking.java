package io.chihiro.recommend;

import io.chihiro.events.Song;
import io.chihiro.models.PlayedSongs;
import io.chihiro.models.SongOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Ranks the songs of a life by how well the days on which they were replayed fit a query.
///
/// The order itself is [SongOrder]'s: what measures models orders songs by the same lines.
final class SongRanking {
  private final SongOrder order;

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

  SongRanking(SongOrder order) {
    this.order = order;
  }

  /// The best songs, best first.
  List<Ranked> rank(PlayedSongs<SongOnDay> songs, DayFits fits, int limit) {
    return order.rank(songs, fits::similarity, limit).stream()
        .map(ranked -> ranked(ranked, fits))
        .toList();
  }

  private static Ranked ranked(SongOrder.Ranked<SongOnDay> ranked, DayFits fits) {
    // Days come oldest first, so the last one spells the song as it is spelled now.
    SongOnDay latest = ranked.days().getLast();
    return new Ranked(
        latest.onThatDay().song(),
        latest.onThatDay().spotifyUri(),
        ranked.score(),
        ranked.lift(),
        ranked.days().getFirst().date(),
        latest.date(),
        ranked.plays(),
        ranked.evidence().stream().map(day -> evidence(day, fits)).toList());
  }

  private static Evidence evidence(SongOnDay song, DayFits fits) {
    int place = song.place();
    return new Evidence(song.date(), fits.excerpt(place), song.plays(), fits.similarity(place));
  }
}
