package io.chihiro.recommend.catalogue;

import static io.chihiro.recommend.catalogue.Songs.EAST;
import static io.chihiro.recommend.catalogue.Songs.NORTH;
import static io.chihiro.recommend.catalogue.Songs.near;
import static io.chihiro.recommend.catalogue.Songs.song;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.recommend.catalogue.VibeRanking.Found;
import io.chihiro.recommend.catalogue.VibeRanking.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VibeRankingTest {
  /// Eight bits change a cosine by some thousandths.
  private static final double ROUNDING = 0.01;

  @Test
  void aSongIsTheMeanOfWhatItsTitleAndItsLyricsMean() {
    // The mean of east and north is north-east, 45° from either.
    var found = rank("by the sea", song("a", "A", Optional.of(EAST), Optional.of(NORTH)));

    assertEquals(Math.sqrt(0.5), score(found.songs().getFirst()), ROUNDING);
  }

  @Test
  void aSongWithoutLyricsHasItsTitleAlone() {
    var found = rank("by the sea", song("a", "A", Optional.of(near(0.8)), Optional.empty()));

    assertEquals(0.8, score(found.songs().getFirst()), ROUNDING);
  }

  @Test
  void aSongWithoutVectorsIsNotCompared() {
    var found = rank("by the sea", song("a", "A", Optional.empty(), Optional.empty()));

    assertEquals(new Found(List.of(), List.of(), 0), found);
  }

  @Test
  void theBestAreFirstAndNoMoreThanWereAskedFor() {
    var found =
        VibeRanking.rank(
            List.of(
                song("c", "C", Optional.of(near(0.1)), Optional.empty()),
                song("a", "A", Optional.of(near(0.9)), Optional.empty()),
                song("b", "B", Optional.of(near(0.5)), Optional.empty())),
            "by the sea",
            EAST,
            2);

    assertEquals(List.of("a", "b"), ids(found.songs()));
    assertEquals(3, found.searched());
  }

  @Test
  void titlesThatSayExactlyWhatWasTypedDoNotCrowdOutMeaning() {
    List<CatalogueSong> songs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      songs.add(song("rain" + i, "Rain", Optional.of(EAST), Optional.of(near(0.2))));
    }
    songs.add(song("wet", "Grey Window", Optional.of(near(0.5)), Optional.of(near(0.7))));
    Found found = VibeRanking.rank(songs, "  rain! ", EAST, 10);

    assertEquals("wet", found.songs().getFirst().song().id());
    assertEquals(1, found.songs().getFirst().rank());
    assertEquals(13, found.songs().getFirst().rankWithTitles(), "with titles it is the last");
    Hit rain = found.songs().get(1);
    assertEquals(2, rain.rank());
    assertEquals(1, rain.rankWithTitles());
    assertTrue(rain.exactTitle());
    assertEquals(0.2, score(rain), ROUNDING, "what its lyrics say");
  }

  @Test
  void whomOnlyTheExactTitleSpeaksForIsShownApart() {
    Found found =
        rank(
            "Rain",
            song("rain", "RAIN", Optional.of(EAST), Optional.empty()),
            song("other", "Snow", Optional.of(near(0.1)), Optional.empty()));

    assertEquals(List.of("other"), ids(found.songs()));
    assertEquals(List.of("rain"), ids(found.titles()));
    Hit title = found.titles().getFirst();
    assertTrue(title.score().isEmpty());
    assertEquals(2, title.rank());
    assertEquals(1, title.rankWithTitles());
  }

  @Test
  void withoutAnExactTitleBothOrdersAreOne() {
    Found found =
        rank(
            "wet streets",
            song("a", "Rain", Optional.of(near(0.9)), Optional.of(near(0.3))),
            song("b", "Snow", Optional.of(near(0.2)), Optional.of(near(0.8))));

    assertTrue(found.songs().stream().allMatch(hit -> hit.rank() == hit.rankWithTitles()));
  }

  private static Found rank(String vibe, CatalogueSong... songs) {
    return VibeRanking.rank(List.of(songs), vibe, EAST, 10);
  }

  private static double score(Hit hit) {
    return hit.score().orElseThrow();
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.song().id()).toList();
  }
}
