package io.chihiro.recommend.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Which songs may be met. What a filter asks about and nobody has told of a song keeps it out.
/// Pure.
///
/// @param tag one of the song's tags, in any case
/// @param language as the catalogue says it, such as `en`, in any case
/// @param artist who sings it, or is featured, in any case
public record SongFilter(
    Optional<Range> year,
    Optional<String> tag,
    Optional<String> language,
    Optional<Range> valence,
    Optional<String> artist)
    implements Predicate<CatalogueSong> {
  /// Lets every song pass.
  public static final SongFilter NONE =
      new SongFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Numbers from one to another, both inclusive.
  public record Range(double from, double to) {
    boolean holds(double number) {
      return from <= number && number <= to;
    }
  }

  /// Only what sounds as glad as that.
  public static SongFilter ofValence(Optional<Range> valence) {
    return new SongFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), valence, Optional.empty());
  }

  @Override
  public boolean test(CatalogueSong song) {
    SongFacts facts = song.facts();
    return isIn(year, facts.year().map(Integer::doubleValue))
        && isIn(valence, facts.valence())
        && tag.map(wanted -> facts.tags().stream().anyMatch(each -> same(each, wanted)))
            .orElse(true)
        && language
            .map(wanted -> facts.language().filter(own -> same(own, wanted)).isPresent())
            .orElse(true)
        && artist.map(wanted -> isBy(facts, wanted)).orElse(true);
  }

  private static boolean isIn(Optional<Range> wanted, Optional<Double> told) {
    return wanted.map(range -> told.filter(range::holds).isPresent()).orElse(true);
  }

  private static boolean isBy(SongFacts facts, String artist) {
    return same(facts.named().artist(), artist)
        || facts.featured().stream().anyMatch(each -> same(each, artist));
  }

  /// Whether two words are the same but for their case and the white space around them.
  static boolean same(String one, String other) {
    return folded(one).equals(folded(other));
  }

  static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
