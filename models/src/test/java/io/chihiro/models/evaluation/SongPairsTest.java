package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.evaluation.SongPairs.Figures;
import io.chihiro.models.evaluation.SongPairs.Labels;
import io.chihiro.models.evaluation.SongPairs.Pair;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SongPairsTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 1);

  /// Twenty artists with three songs each; the first ten sing rock, the others folk.
  private static final List<Labels> SONGS =
      IntStream.range(0, 60)
          .mapToObj(i -> new Labels("artist " + i / 3, Set.of(i < 30 ? "rock" : "folk")))
          .toList();

  private static final SongPairs PAIRS = SongPairs.draw(SONGS, 5);

  @Test
  void fiveRoundsOfAHundredPairsOfTwoSongsAreDrawn() {
    assertEquals(
        List.of(100, 100, 100, 100, 100), PAIRS.random().stream().map(List::size).toList());
    assertTrue(all().allMatch(pair -> pair.one() < pair.other() && pair.other() < 60));
    assertEquals(PAIRS, SongPairs.draw(SONGS, 5));
    assertNotEquals(PAIRS, SongPairs.draw(SONGS, 6));
  }

  @Test
  void relatedPairsAreOfOneArtistOrOfOneTagAndTwoArtistsAndEachIsThereOnce() {
    assertTrue(PAIRS.ofArtist().stream().allMatch(pair -> pair.one() / 3 == pair.other() / 3));
    assertTrue(PAIRS.ofTag().stream().allMatch(pair -> pair.one() / 3 != pair.other() / 3));
    assertTrue(PAIRS.ofTag().stream().allMatch(pair -> pair.one() / 30 == pair.other() / 30));
    assertEquals(PAIRS.ofArtist().size(), Set.copyOf(PAIRS.ofArtist()).size());
    assertTrue(PAIRS.ofArtist().size() >= 40, PAIRS.ofArtist().size() + " pairs of one artist");
  }

  @Test
  void noSongIsInThePairsOfAllOthers() {
    Map<Integer, Long> pairsOfSong =
        PAIRS.ofTag().stream()
            .flatMap(pair -> Stream.of(pair.one(), pair.other()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    assertTrue(Collections.max(pairsOfSong.values()) <= 6, pairsOfSong.toString());
  }

  @Test
  void anEncoderThatKnowsArtistsSeparatesThemAndOneThatKnowsNothingDoesNot() {
    Figures knowing = PAIRS.judge(sameArtist(0.9, 0.2), BOOTSTRAP);
    Figures blind = PAIRS.judge(_ -> 0.7, BOOTSTRAP);

    assertTrue(knowing.ofArtist().orElseThrow().nearer().low() > 0.95);
    assertTrue(knowing.ofArtist().orElseThrow().above().value() > 0.6);
    assertEquals(0.7, blind.mean(), 1e-12);
    assertEquals(0, blind.deviation(), 1e-12);
    assertEquals(0.5, blind.ofArtist().orElseThrow().nearer().value(), 1e-12);
    assertEquals(0, blind.ofTag().orElseThrow().above().value(), 1e-12);
  }

  @Test
  void aWiderScaleAloneMakesNoEncoderBetter() {
    Figures narrow = PAIRS.judge(sameArtist(0.95, 0.9), BOOTSTRAP);
    Figures wide = PAIRS.judge(sameArtist(0.5, 0.1), BOOTSTRAP);

    assertTrue(narrow.mean() > wide.mean());
    assertEquals(wide.ofArtist().orElseThrow().nearer(), narrow.ofArtist().orElseThrow().nearer());
  }

  @Test
  void tooFewRelatedPairsSayNothing() {
    List<Labels> strangers =
        IntStream.range(0, 20)
            .mapToObj(i -> new Labels("artist " + i, Set.of("tag " + i)))
            .toList();
    Figures figures = SongPairs.draw(strangers, 1).judge(_ -> 0.3, BOOTSTRAP);

    assertTrue(figures.ofArtist().isEmpty());
    assertTrue(figures.ofTag().isEmpty());
  }

  @Test
  void oneSongMakesNoPair() {
    List<Labels> one = List.of(new Labels("alone", Set.of()));

    assertThrows(IllegalArgumentException.class, () -> SongPairs.draw(one, 1));
  }

  private static ToDoubleFunction<Pair> sameArtist(double same, double different) {
    return pair -> pair.one() / 3 == pair.other() / 3 ? same : different;
  }

  private static Stream<Pair> all() {
    return PAIRS.random().stream().flatMap(List::stream);
  }
}
