package io.chihiro.recommend.catalogue;

import io.chihiro.models.ByteVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The songs whose lines come nearest to a line. Pure.
///
/// Of all lines the hundred nearest count, those below a cosine of 0.6 by half, and a song has
/// what its lines among them have. A line that a song repeats is one.
public final class LineRanking {
  /// Lines that count.
  static final int NEAREST = 100;

  /// The cosine from which on one of them counts in full.
  static final double FULL_FROM = 0.6;

  /// How the lines of a song make its score.
  public enum Score {
    /// As it is written: whoever says it often means it.
    SUM,
    /// As its published results show it: one line that hits is enough.
    MEAN;

    /// As calls name it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A line of the hundred.
  ///
  /// @param place among the lines of its song
  /// @param similarity its cosine
  /// @param counted what it adds to its song's score
  public record Near(CatalogueSong song, int place, double similarity, double counted) {
    static Near of(CatalogueSong song, int place, float similarity, double fullFrom) {
      return new Near(song, place, similarity, similarity < fullFrom ? similarity / 2 : similarity);
    }
  }

  /// What lines are compared with.
  private interface Compared {
    float[] with(CatalogueSong song);
  }

  /// A song that was found.
  ///
  /// @param lines the nearest first
  public record Hit(CatalogueSong song, double score, List<Near> lines) {}

  private static final Comparator<Near> FARTHEST_FIRST =
      Comparator.comparingDouble(Near::similarity)
          .thenComparing(near -> near.song().id(), Comparator.reverseOrder())
          .thenComparing(Near::place, Comparator.reverseOrder());
  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.song().id());

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
      Collection<CatalogueSong> songs, List<Near> found, ByteVector line, Score score, int limit) {
    return rank(
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
      List<Near> found,
      ByteVector picture,
      double fullFrom,
      Score score,
      int limit) {
    return rank(
        nearest(songs, found, song -> song.pictured().similarities(picture), fullFrom),
        score,
        limit);
  }

  private static List<Hit> rank(List<Near> nearest, Score score, int limit) {
    Map<String, List<Near>> bySong = new LinkedHashMap<>();
    for (Near near : nearest) {
      bySong.computeIfAbsent(near.song().id(), _ -> new ArrayList<>()).add(near);
    }
    return bySong.values().stream()
        .map(lines -> new Hit(lines.getFirst().song(), score(lines, score), lines))
        .sorted(BEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static double score(List<Near> lines, Score score) {
    double sum = lines.stream().mapToDouble(Near::counted).sum();
    return switch (score) {
      case SUM -> sum;
      case MEAN -> sum / lines.size();
    };
  }

  private static List<Near> nearest(
      Collection<CatalogueSong> songs, List<Near> found, Compared compared, double fullFrom) {
    PriorityQueue<Near> nearest = new PriorityQueue<>(NEAREST + 1, FARTHEST_FIRST);
    found.stream().limit(NEAREST).forEach(nearest::add);
    for (CatalogueSong song : songs) {
      float[] similarities = compared.with(song);
      for (int place = 0; place < similarities.length; place++) {
        offer(nearest, song, place, similarities[place], fullFrom);
      }
    }
    return nearest.stream().sorted(FARTHEST_FIRST.reversed()).toList();
  }

  private static void offer(
      PriorityQueue<Near> nearest,
      CatalogueSong song,
      int place,
      float similarity,
      double fullFrom) {
    @Nullable Near farthest = nearest.peek();
    boolean full = nearest.size() == NEAREST;
    if (full && farthest != null && similarity < farthest.similarity()) {
      return;
    }
    nearest.add(Near.of(song, place, similarity, fullFrom));
    if (full) {
      var _ = nearest.remove();
    }
  }
}
