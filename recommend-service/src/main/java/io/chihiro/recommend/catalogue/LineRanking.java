package io.chihiro.recommend.catalogue;

import io.chihiro.models.ByteVector;
import io.chihiro.models.lines.SongsByLines;
import io.chihiro.models.lines.SongsByLines.Score;
import java.util.Collection;
import java.util.List;

/// The songs whose lines come nearest to a line, ranked by [SongsByLines], as versions of the
/// encoder that reads what is asked are judged. Pure.
///
/// A line that a song repeats is one.
public final class LineRanking {
  /// Lines that count.
  static final int NEAREST = SongsByLines.NEAREST;

  /// The cosine from which on one of them counts in full.
  static final double FULL_FROM = SongsByLines.FULL_FROM;

  /// A line of the hundred.
  ///
  /// @param place among the lines of its song
  /// @param similarity its cosine
  /// @param counted what it adds to its song's score
  public record Near(CatalogueSong song, int place, double similarity, double counted) {
    static Near of(SongsByLines.Near<CatalogueSong> near) {
      return new Near(near.song(), near.place(), near.similarity(), near.counted());
    }
  }

  /// A line of a song that was found elsewhere.
  ///
  /// @param place among the lines of its song
  /// @param similarity its cosine
  record FoundLine(CatalogueSong song, int place, float similarity) {}

  /// What lines are compared with.
  private interface Compared {
    float[] with(CatalogueSong song);
  }

  /// A song that was found.
  ///
  /// @param lines the nearest first
  public record Hit(CatalogueSong song, double score, List<Near> lines) {
    private static Hit of(SongsByLines.Hit<CatalogueSong> hit) {
      return new Hit(hit.song(), hit.score(), hit.lines().stream().map(Near::of).toList());
    }
  }

  private LineRanking() {}

  /// Ranks those of these songs that have one of the nearest lines.
  ///
  /// @param songs that may be met
  /// @param line the vector of the line that is looked for
  public static List<Hit> rank(
      Collection<CatalogueSong> songs, ByteVector line, Score score, int limit) {
    return rank(songs, List.of(), line, score, limit);
  }

  /// The same, with lines of other songs that were found already.
  ///
  /// @param found the nearest of them
  static List<Hit> rank(
      Collection<CatalogueSong> songs,
      List<FoundLine> found,
      ByteVector line,
      Score score,
      int limit) {
    return best(
        nearest(songs, found, song -> song.lines().similarities(line), FULL_FROM), score, limit);
  }

  /// Ranks songs by how near their lines and titles come to a picture.
  ///
  /// @param songs that may be met
  /// @param found the nearest lines of other songs
  /// @param picture its vector
  /// @param fullFrom from which cosine on a line counts in full: sentences and pictures lie farther
  ///     apart than sentences among themselves
  static List<Hit> rankForPicture(
      Collection<CatalogueSong> songs,
      List<FoundLine> found,
      ByteVector picture,
      double fullFrom,
      Score score,
      int limit) {
    return best(
        nearest(songs, found, song -> song.pictured().similarities(picture), fullFrom),
        score,
        limit);
  }

  private static List<Hit> best(SongsByLines<CatalogueSong> nearest, Score score, int limit) {
    return nearest.best(score, limit).stream().map(Hit::of).toList();
  }

  private static SongsByLines<CatalogueSong> nearest(
      Collection<CatalogueSong> songs, List<FoundLine> found, Compared compared, double fullFrom) {
    SongsByLines<CatalogueSong> nearest = new SongsByLines<>(fullFrom);
    found.forEach(
        each -> nearest.offer(each.song(), each.song().id(), each.place(), each.similarity()));
    for (CatalogueSong song : songs) {
      float[] similarities = compared.with(song);
      for (int place = 0; place < similarities.length; place++) {
        nearest.offer(song, song.id(), place, similarities[place]);
      }
    }
    return nearest;
  }
}
