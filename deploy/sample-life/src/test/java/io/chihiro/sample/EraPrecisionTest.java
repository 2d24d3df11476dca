package io.chihiro.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EraPrecisionTest {
  private static final SampleLife LIFE = SampleLife.fixed();
  private static final EraPrecision PRECISION = LIFE.precision();

  @Test
  void songsOfTheMoodsEraAreAllRight() {
    assertEquals(1, PRECISION.of(mood -> names(LIFE.repertoire().of(mood.era()))), 1e-9);
  }

  @Test
  void fewerThanFiveSongsCountAsMisses() {
    assertEquals(
        0.4, PRECISION.of(mood -> names(LIFE.repertoire().of(mood.era())).subList(0, 2)), 1e-9);
    assertEquals(0, PRECISION.of(_ -> List.of()), 1e-9);
  }

  @Test
  void aSongNamedTwiceCountsOnce() {
    assertEquals(
        0.2,
        PRECISION.of(
            mood -> {
              SongName song = names(LIFE.repertoire().of(mood.era())).getFirst();
              return List.of(song, song, song, song, song);
            }),
        1e-9);
  }

  @Test
  void favouritesAndBackgroundBelongToNoEra() {
    assertEquals(0, PRECISION.of(_ -> names(LIFE.repertoire().favourites())), 1e-9);
    assertEquals(0, PRECISION.of(_ -> names(LIFE.repertoire().background())), 1e-9);
  }

  @Test
  void theBaselinesAreFarFromRight() {
    double random = PRECISION.random(LIFE.expectedMoments(), 1);
    assertTrue(random > 0.07 && random < 0.12, "random: " + random);
    assertEquals(random, PRECISION.random(LIFE.expectedMoments(), 1), 0);
    assertTrue(PRECISION.mostPlayed(LIFE.expectedMoments()) < random);
  }

  private static List<SongName> names(List<Track> tracks) {
    return tracks.stream().map(SongName::of).toList();
  }
}
