package io.chihiro.recommend.catalogue;

import static io.chihiro.recommend.catalogue.Songs.EAST;
import static io.chihiro.recommend.catalogue.Songs.pictured;
import static io.chihiro.recommend.catalogue.Songs.withLines;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.models.lines.SongsByLines.Score;
import io.chihiro.recommend.catalogue.LineRanking.Hit;
import io.chihiro.recommend.catalogue.LineRanking.Near;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineRankingTest {
  /// Eight bits change a cosine by some thousandths.
  private static final double ROUNDING = 0.02;

  @Test
  void aSongHasTheSumOfItsLinesAndWhatIsFarCountsByHalf() {
    Hit hit = rank(Score.SUM, withLines("a", 0.9, 0.7, 0.4)).getFirst();

    assertEquals(0.9 + 0.7 + 0.4 / 2, hit.score(), ROUNDING);
  }

  @Test
  void averagedOneLineThatHitsIsEnough() {
    CatalogueSong often = withLines("often", 0.7, 0.65, 0.62);
    CatalogueSong once = withLines("once", 0.9);

    assertEquals(List.of("often", "once"), ids(rank(Score.SUM, once, often)));
    assertEquals(List.of("once", "often"), ids(rank(Score.MEAN, once, often)));
    assertEquals(0.9, rank(Score.MEAN, once, often).getFirst().score(), ROUNDING);
  }

  @Test
  void onlyTheHundredNearestLinesCount() {
    CatalogueSong many = withLines("many", IntStream.range(0, 100).mapToDouble(_ -> 0.8).toArray());
    CatalogueSong far = withLines("far", 0.5, 0.4);

    assertEquals(List.of("many"), ids(rank(Score.SUM, far, many)));
    assertEquals(100 * 0.8, rank(Score.SUM, far, many).getFirst().score(), 100 * ROUNDING);
  }

  @Test
  void theLinesThatHitAreShownNearestFirstAndNothingElseOfTheLyrics() {
    Hit hit = rank(Score.SUM, withLines("a", 0.3, 0.9)).getFirst();
    List<Integer> places = hit.lines().stream().map(Near::place).toList();

    assertEquals(List.of("line 1 of a", "line 0 of a"), hit.song().words(places));
    assertEquals(0.9, hit.lines().getFirst().counted(), ROUNDING);
    assertEquals(0.15, hit.lines().getLast().counted(), ROUNDING);
  }

  @Test
  void songsWithoutLinesAreNoAnswer() {
    assertEquals(List.of(), rank(Score.SUM, withLines("a")));
  }

  @Test
  void forAPictureTheTitleIsALineAndLessIsNear() {
    Hit hit = forPicture(pictured("a", 0.3, 0.2, 0.28)).getFirst();

    assertEquals(0.3 + 0.28 + 0.2 / 2, hit.score(), ROUNDING);
    assertEquals(
        List.of("Song a", "line 1 of a", "line 0 of a"),
        hit.song().picturedWords(hit.lines().stream().map(Near::place).toList()));
  }

  @Test
  void aSongThatPicturesDoNotKnowIsNoAnswerToOne() {
    assertEquals(List.of(), forPicture(withLines("a", 0.9)));
  }

  private static List<Hit> forPicture(CatalogueSong... songs) {
    return LineRanking.rankForPicture(List.of(songs), List.of(), EAST, 0.24, Score.SUM, 10);
  }

  private static List<Hit> rank(Score score, CatalogueSong... songs) {
    return LineRanking.rank(List.of(songs), EAST, score, 10);
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.song().id()).toList();
  }
}
