package io.chihiro.recommend.catalogue;

import io.chihiro.models.ByteVector;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/// How much two songs are alike, in seven parts with a weight each. Pure.
///
/// A part that cannot be known of both songs counts nothing.
public final class SongLikeness {
  /// Years after which closeness in time is down to a third.
  private static final double YEARS = 10;

  /// One of the seven.
  public enum Part {
    /// The cosine of the lyrics as wholes.
    LYRICS("lyrics", 0.4),
    /// The cosine of the titles.
    TITLE("title", 0.1),
    /// One if they share a tag.
    GENRE("genre", 0.1),
    /// One if they have the same artist.
    ARTIST("artist", 0.1),
    /// `exp(-|Δyear| / 10)`.
    YEAR("year", 0.1),
    /// `min(views) / max(views)`.
    VIEWS("views", 0.1),
    /// Shared featured artists by those of the song that has more.
    FEATURED("featured", 0.1);

    private final String word;
    private final double usual;

    Part(String word, double usual) {
      this.word = word;
      this.usual = usual;
    }

    /// As calls name it.
    public String word() {
      return word;
    }

    /// What it weighs unless somebody says otherwise.
    public double usual() {
      return usual;
    }
  }

  /// A song that is like another.
  ///
  /// @param shares what each part that could be known adds to the score
  public record Hit(CatalogueSong song, double score, Map<Part, Double> shares) {}

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.song().id());

  private final Map<Part, Double> weights;

  /// @param weights of each part
  public SongLikeness(Map<Part, Double> weights) {
    this.weights = new EnumMap<>(weights);
  }

  /// The songs that are most like one of them, itself left out.
  public List<Hit> rank(CatalogueSong song, Collection<CatalogueSong> others, int limit) {
    // The worst that is kept comes first: no more of a large catalogue is held than is answered.
    PriorityQueue<Hit> best = new PriorityQueue<>(limit + 1, BEST_FIRST.reversed());
    for (CatalogueSong other : others) {
      if (!other.id().equals(song.id())) {
        best.add(compare(song, other));
      }
      if (best.size() > limit) {
        var _ = best.remove();
      }
    }
    return best.stream().sorted(BEST_FIRST).toList();
  }

  /// How much one song is like another.
  Hit compare(CatalogueSong one, CatalogueSong other) {
    Map<Part, Double> shares = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      value(part, one, other)
          .ifPresent(value -> shares.put(part, value * weights.getOrDefault(part, 0.0)));
    }
    double score = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    return new Hit(other, score, shares);
  }

  private static Optional<Double> value(Part part, CatalogueSong one, CatalogueSong other) {
    SongFacts a = one.facts();
    SongFacts b = other.facts();
    return switch (part) {
      case LYRICS -> cosine(one.lyrics(), other.lyrics());
      case TITLE -> cosine(one.title(), other.title());
      case GENRE -> genre(a.tags(), b.tags());
      case ARTIST -> Optional.of(oneIf(SongFilter.same(a.named().artist(), b.named().artist())));
      case YEAR -> a.year().flatMap(year -> b.year().map(its -> closeness(year, its)));
      case VIEWS -> a.views().flatMap(views -> b.views().flatMap(its -> ratio(views, its)));
      case FEATURED -> shared(folded(a.featured()), folded(b.featured()));
    };
  }

  private static Optional<Double> cosine(Optional<ByteVector> one, Optional<ByteVector> other) {
    return one.flatMap(a -> other.map(b -> (double) a.dot(b)));
  }

  private static Optional<Double> genre(List<String> one, List<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    Set<String> tags = folded(other);
    return Optional.of(oneIf(folded(one).stream().anyMatch(tags::contains)));
  }

  private static double closeness(int one, int other) {
    return Math.exp(-Math.abs(one - other) / YEARS);
  }

  // Two songs that nobody looked at are alike in nothing that could be told.
  private static Optional<Double> ratio(long one, long other) {
    long larger = Math.max(one, other);
    return larger <= 0 ? Optional.empty() : Optional.of((double) Math.min(one, other) / larger);
  }

  // Most songs feature nobody: that says nothing.
  private static Optional<Double> shared(Set<String> one, Set<String> other) {
    int larger = Math.max(one.size(), other.size());
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return larger == 0 ? Optional.empty() : Optional.of((double) both.size() / larger);
  }

  private static double oneIf(boolean holds) {
    return holds ? 1 : 0;
  }

  private static Set<String> folded(List<String> words) {
    return words.stream().map(SongFilter::folded).collect(Collectors.toSet());
  }
}
