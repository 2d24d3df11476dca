package io.chihiro.recommend.catalogue;

import static io.chihiro.recommend.catalogue.Songs.EAST;
import static io.chihiro.recommend.catalogue.Songs.near;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.chihiro.events.Song;
import io.chihiro.recommend.catalogue.SongLikeness.Hit;
import io.chihiro.recommend.catalogue.SongLikeness.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SongLikenessTest {
  private static final double ROUNDING = 0.005;
  private static final SongLikeness USUAL =
      new SongLikeness(
          Stream.of(Part.values()).collect(Collectors.toMap(Function.identity(), Part::usual)));

  @Test
  void theUsualWeightsAreOneTogether() {
    assertEquals(1, Stream.of(Part.values()).mapToDouble(Part::usual).sum(), 1e-12);
  }

  @Test
  void sevenPartsMakeTheScore() {
    CatalogueSong one =
        Songs.of(
            facts("one", "Ana", 1990, List.of("folk"), 100, List.of("Lin", "Bo")),
            Optional.of(EAST),
            Optional.of(EAST));
    CatalogueSong other =
        Songs.of(
            facts("other", "ana", 2000, List.of("pop", "Folk"), 400, List.of("lin", "Chi", "Ed")),
            Optional.of(near(0.5)),
            Optional.of(near(0.8)));
    Hit hit = USUAL.compare(one, other);

    assertEquals(0.4 * 0.8, share(hit, Part.LYRICS), ROUNDING);
    assertEquals(0.1 * 0.5, share(hit, Part.TITLE), ROUNDING);
    assertEquals(0.1, share(hit, Part.GENRE), 1e-12);
    assertEquals(0.1, share(hit, Part.ARTIST), 1e-12);
    assertEquals(0.1 * Math.exp(-1), share(hit, Part.YEAR), 1e-12);
    assertEquals(0.1 * 0.25, share(hit, Part.VIEWS), 1e-12);
    assertEquals(0.1 / 3, share(hit, Part.FEATURED), 1e-12);
    assertEquals(
        hit.shares().values().stream().mapToDouble(Double::doubleValue).sum(), hit.score(), 1e-12);
  }

  @Test
  void whatCannotBeKnownCountsNothing() {
    CatalogueSong known =
        Songs.of(
            facts("known", "Ana", 1990, List.of("folk"), 100, List.of("Lin")),
            Optional.of(EAST),
            Optional.of(EAST));
    CatalogueSong bare = Songs.song("bare", "Bare", Optional.empty(), Optional.empty());
    Hit hit = USUAL.compare(known, bare);

    // Nobody is featured on one of them: that is known, and they share none.
    assertEquals(Map.of(Part.ARTIST, 0.0, Part.FEATURED, 0.0), hit.shares());
    assertEquals(0, hit.score());
    assertFalse(USUAL.compare(bare, bare).shares().containsKey(Part.FEATURED));
  }

  @Test
  void weightsDecideWhatIsMostSimilar() {
    CatalogueSong asked =
        Songs.of(
            facts("asked", "Ana", 1990, List.of("folk"), 100, List.of()),
            Optional.empty(),
            Optional.of(EAST));
    CatalogueSong said =
        Songs.of(
            facts("said", "Bo", 1950, List.of("pop"), 1, List.of()),
            Optional.empty(),
            Optional.of(near(0.99)));
    CatalogueSong kin =
        Songs.of(
            facts("kin", "Ana", 1990, List.of("folk"), 100, List.of()),
            Optional.empty(),
            Optional.of(near(0.1)));
    List<CatalogueSong> all = List.of(asked, said, kin);

    assertEquals(List.of("kin", "said"), ids(USUAL.rank(asked, all, 10)));
    assertEquals(
        List.of("said", "kin"),
        ids(new SongLikeness(Map.of(Part.LYRICS, 1.0)).rank(asked, all, 10)));
    assertEquals(1, USUAL.rank(asked, all, 1).size());
  }

  @Test
  void twoSongsNobodyLookedAtShareNoViews() {
    CatalogueSong one =
        Songs.of(
            facts("a", "A", 1990, List.of(), 0, List.of()), Optional.empty(), Optional.empty());

    assertFalse(USUAL.compare(one, one).shares().containsKey(Part.VIEWS));
  }

  private static double share(Hit hit, Part part) {
    return Optional.ofNullable(hit.shares().get(part)).orElseThrow();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.song().id()).toList();
  }

  private static SongFacts facts(
      String id, String artist, int year, List<String> tags, long views, List<String> featured) {
    return new SongFacts(
        id,
        new Song("Song " + id, artist),
        Set.of(),
        "hash",
        Optional.of(year),
        tags,
        Optional.of(views),
        featured,
        Optional.empty(),
        Optional.empty(),
        true);
  }
}
