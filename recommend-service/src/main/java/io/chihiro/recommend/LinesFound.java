package io.chihiro.recommend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chihiro.recommend.KnownSongs.KnownSong;
import io.chihiro.recommend.care.Notice;
import io.chihiro.recommend.catalogue.LineRanking.Hit;
import io.chihiro.recommend.catalogue.LineRanking.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Songs that were found by their lines. Only the lines that come near are shown, never more of the
/// lyrics.
///
/// @param modelVersion which encoder read the lines
/// @param queryVersion which encoder read what was looked for
/// @param searched how many lines were compared
/// @param missing what could not be looked at
/// @param notice above all of it, to somebody whose words sound like danger to themselves
public record LinesFound(
    String modelVersion,
    String queryVersion,
    long searched,
    List<SongHit> songs,
    Optional<String> missing,
    Optional<Notice> notice) {

  /// A song that was found.
  ///
  /// @param lines of it that are among the hundred nearest, the nearest first
  public record SongHit(@JsonUnwrapped FoundSong song, double score, List<LineHit> lines) {
    /// Found by what a line says.
    static SongHit ofLines(Hit hit, Map<String, KnownSong> played) {
      return of(hit, hit.song().words(places(hit)), played);
    }

    /// Found by a picture; its title is a line like the others.
    static SongHit ofPicture(Hit hit, Map<String, KnownSong> played) {
      return of(hit, hit.song().picturedWords(places(hit)), played);
    }

    private static List<Integer> places(Hit hit) {
      return hit.lines().stream().map(Near::place).toList();
    }

    private static SongHit of(Hit hit, List<String> words, Map<String, KnownSong> played) {
      List<LineHit> lines = new ArrayList<>();
      for (Near near : hit.lines()) {
        lines.add(new LineHit(words.get(lines.size()), near.similarity(), near.counted()));
      }
      return new SongHit(FoundSong.of(hit.song(), played), hit.score(), lines);
    }
  }

  /// A line that came near.
  ///
  /// @param similarity its cosine with what was looked for
  /// @param counted what it adds to the score: half of that where it is far
  public record LineHit(String text, double similarity, double counted) {}
}
