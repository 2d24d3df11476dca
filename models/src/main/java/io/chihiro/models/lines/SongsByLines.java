package io.chihiro.models.lines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The songs whose lines come nearest to what is looked for.
///
/// Of all lines the hundred nearest count, those below a cosine of 0.6 by half, and a song has
/// what its lines among them have. For one search and one thread.
///
/// @param <S> a song
public final class SongsByLines<S> {
  /// Lines that count.
  public static final int NEAREST = 100;

  /// The cosine from which on one of them counts in full.
  public static final double FULL_FROM = 0.6;

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

    private double of(List<? extends Near<?>> lines) {
      double sum = lines.stream().mapToDouble(Near::counted).sum();
      return switch (this) {
        case SUM -> sum;
        case MEAN -> sum / lines.size();
      };
    }
  }

  /// A line of the hundred.
  ///
  /// @param id of its song
  /// @param place among the lines of its song
  /// @param similarity its cosine
  /// @param counted what it adds to its song's score
  public record Near<S>(S song, String id, int place, double similarity, double counted) {}

  /// A song that was found.
  ///
  /// @param lines the nearest first
  public record Hit<S>(S song, String id, double score, List<Near<S>> lines) {}

  private final double fullFrom;
  private final PriorityQueue<Near<S>> nearest =
      new PriorityQueue<>(NEAREST + 1, SongsByLines.<S>farthestFirst());

  /// Nothing is found yet.
  ///
  /// @param fullFrom from which cosine on a line counts in full
  public SongsByLines(double fullFrom) {
    this.fullFrom = fullFrom;
  }

  /// Looks at a line of a song.
  public void offer(S song, String id, int place, float similarity) {
    @Nullable Near<S> farthest = nearest.peek();
    boolean full = nearest.size() == NEAREST;
    if (full && farthest != null && similarity < farthest.similarity()) {
      return;
    }
    double counted = similarity < fullFrom ? similarity / 2 : similarity;
    nearest.add(new Near<>(song, id, place, similarity, counted));
    if (full) {
      var _ = nearest.remove();
    }
  }

  /// The songs of the nearest lines among all that were looked at, the best first.
  public List<Hit<S>> best(Score score, int limit) {
    Map<String, List<Near<S>>> bySong = new LinkedHashMap<>();
    for (Near<S> near :
        nearest.stream().sorted(SongsByLines.<S>farthestFirst().reversed()).toList()) {
      bySong.computeIfAbsent(near.id(), _ -> new ArrayList<>()).add(near);
    }
    return bySong.values().stream()
        .map(lines -> hit(lines, score))
        .sorted(
            Comparator.comparingDouble((Hit<S> hit) -> hit.score())
                .reversed()
                .thenComparing(Hit::id))
        .limit(limit)
        .toList();
  }

  private static <S> Hit<S> hit(List<Near<S>> lines, Score score) {
    Near<S> first = lines.getFirst();
    return new Hit<>(first.song(), first.id(), score.of(lines), lines);
  }

  private static <S> Comparator<Near<S>> farthestFirst() {
    return Comparator.comparingDouble((Near<S> near) -> near.similarity())
        .thenComparing(Near::id, Comparator.reverseOrder())
        .thenComparing(Near::place, Comparator.reverseOrder());
  }
}
