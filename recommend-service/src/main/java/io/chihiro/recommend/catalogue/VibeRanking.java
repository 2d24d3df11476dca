package io.chihiro.recommend.catalogue;

import io.chihiro.models.ByteVector;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The songs that feel like what somebody typed. Pure.
///
/// A title that says exactly what was typed says nothing of what the song is about, yet its
/// cosine is one: a dozen songs called "Rain" would leave no place for a song about rain. So by
/// meaning such a song stands where its lyrics put it, and without lyrics behind all others; the
/// order with titles counts them like any other words.
public final class VibeRanking {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// A song that was found.
  ///
  /// @param score the cosine that `rank` goes by; empty if only its title speaks for it
  /// @param rank among all songs that may be met, by meaning, from 1
  /// @param rankWithTitles the same, exact title matches counted like any other words
  public record Hit(
      CatalogueSong song, OptionalDouble score, int rank, int rankWithTitles, boolean exactTitle) {}

  /// An answer.
  ///
  /// @param songs the best by meaning
  /// @param titles songs that are called exactly what was typed and are not among these
  /// @param searched how many songs could be compared
  public record Found(List<Hit> songs, List<Hit> titles, int searched) {}

  private record Fitting(
      CatalogueSong song, OptionalDouble meaning, double withTitle, boolean exactTitle) {}

  private static final Comparator<Fitting> BY_MEANING =
      Comparator.<Fitting>comparingDouble(each -> -each.meaning().orElse(Double.NEGATIVE_INFINITY))
          .thenComparing(each -> each.song().id());
  private static final Comparator<Fitting> WITH_TITLES =
      Comparator.<Fitting>comparingDouble(each -> -each.withTitle())
          .thenComparing(each -> each.song().id());

  private VibeRanking() {}

  /// Ranks all of these songs, by an exact inner product with each.
  ///
  /// @param typed the vibe in words
  /// @param vibe its vector
  public static Found rank(
      Collection<CatalogueSong> songs, String typed, ByteVector vibe, int limit) {
    String wanted = folded(typed);
    List<Fitting> fitting = new ArrayList<>();
    songs.forEach(song -> fitting(song, wanted, vibe).ifPresent(fitting::add));
    Map<String, Integer> withTitles = places(fitting.stream().sorted(WITH_TITLES).toList());
    List<Fitting> byMeaning = fitting.stream().sorted(BY_MEANING).toList();
    List<Hit> hits = new ArrayList<>();
    for (Fitting each : byMeaning) {
      int place = withTitles.getOrDefault(each.song().id(), 0);
      hits.add(new Hit(each.song(), each.meaning(), hits.size() + 1, place, each.exactTitle()));
    }
    // Whom nothing but the title speaks for is no answer by meaning, even where there is room.
    List<Hit> best = hits.stream().filter(hit -> hit.score().isPresent()).limit(limit).toList();
    return new Found(best, titles(hits, best, limit), hits.size());
  }

  private static Optional<Fitting> fitting(CatalogueSong song, String wanted, ByteVector vibe) {
    OptionalDouble withTitle = song.fit(vibe);
    if (withTitle.isEmpty()) {
      return Optional.empty();
    }
    boolean exact = folded(song.facts().named().title()).equals(wanted);
    OptionalDouble meaning = exact ? song.fitOfLyrics(vibe) : withTitle;
    return Optional.of(new Fitting(song, meaning, withTitle.getAsDouble(), exact));
  }

  private static Map<String, Integer> places(List<Fitting> ordered) {
    Map<String, Integer> places = new HashMap<>();
    ordered.forEach(each -> places.put(each.song().id(), places.size() + 1));
    return places;
  }

  private static List<Hit> titles(List<Hit> hits, List<Hit> best, int limit) {
    return hits.stream()
        .filter(hit -> hit.exactTitle() && !best.contains(hit))
        .sorted(Comparator.comparingInt(Hit::rankWithTitles))
        .limit(limit)
        .toList();
  }

  /// How a title is compared: without regard to case, signs and white space.
  static String folded(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NO_WORD.matcher(composed).replaceAll(" ").strip();
  }
}
