package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.InMemoryEncoder;
import io.chihiro.models.SongOrder;
import io.chihiro.models.SongScore;
import io.chihiro.models.TextEncoder;
import io.chihiro.models.explain.Explanation;
import io.chihiro.models.explain.SongScorer;
import io.chihiro.models.explain.WordExplainer;
import io.chihiro.recommend.SongRanking.Ranked;
import io.chihiro.recommend.index.EncodedDays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SongScorersTest {
  private static final double BETA = 20;
  private static final String MOOD = "glad by the harbour until morning";
  private static final TextEncoder ENCODER = new InMemoryEncoder("1", 64);
  private static final IndexedDays DAYS =
      IndexedDays.of(
          EncodedDays.moments(40).stream()
              .map(moment -> IndexedDay.of(moment, EncodedDays.vectors(moment, ENCODER)))
              .toList());

  private final List<Ranked> ranked =
      new SongRanking(new SongOrder(SongScore.SOFT_MEAN, BETA))
          .rank(DAYS.songs(), DAYS.fits(ENCODER.encode(MOOD), BETA), 5);
  private final List<SongScorer> scorers =
      new SongScorers(DAYS, ranked.stream().map(Ranked::song).toList(), SongScore.SOFT_MEAN, BETA)
          .all();

  @Test
  void aSongScoresAsInTheAnswer() {
    for (int i = 0; i < ranked.size(); i++) {
      assertEquals(ranked.get(i).score(), scorers.get(i).score(ENCODER.encode(MOOD)), 1e-9);
    }
  }

  @Test
  void anotherQuestionHasAnotherScore() {
    double score = scorers.getFirst().score(ENCODER.encode("a night bus"));

    assertTrue(Math.abs(ranked.getFirst().score() - score) > 1e-3);
  }

  @Test
  void theWordThatIsOnTheSongsDaysWeighsMost() throws Exception {
    List<Explanation> explained =
        new WordExplainer(ENCODER, WordExplainer.Config.USUAL).explain(MOOD, scorers);

    assertEquals(ranked.size(), explained.size());
    assertEquals(ranked.getFirst().score(), explained.getFirst().score(), 1e-9);
    assertTrue(explained.getFirst().words().getFirst().weight() > 0);
  }
}
