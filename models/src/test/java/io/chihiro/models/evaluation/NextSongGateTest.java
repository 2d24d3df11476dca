package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.evaluation.NextSongReport.Chance;
import io.chihiro.models.evaluation.NextSongReport.Figures;
import io.chihiro.models.sequences.GeneratedSequences;
import io.chihiro.models.sequences.LearningRun;
import io.chihiro.models.sequences.SequenceModels;
import io.chihiro.models.sequences.SkipGram.Config;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextSongGateTest {
  private static final Interval SURE = new Interval(0.1, 0.05, 0.15);
  private static final Interval UNSURE = new Interval(0.02, -0.01, 0.05);
  private static final Interval BEHIND = new Interval(-0.1, -0.15, -0.05);

  @Test
  void whatIsAbovePopularityAndLevelWithPmiIsPromoted() {
    Decision decision = NextSongGate.decide("company", report(100, SURE, UNSURE));

    assertInstanceOf(Decision.Promoted.class, decision);
    assertEquals(
        "company is promoted: in sessions it has never seen, its hit@10 for the next song is 0.100,"
            + " +0.100 (95 % between +0.050 and +0.150) over the most popular songs and +0.020"
            + " (95 % between -0.010 and +0.050) over PMI.",
        decision.reason());
  }

  @Test
  void aGainOverPopularityThatMayBeChanceIsNone() {
    Decision decision = NextSongGate.decide("company", report(100, UNSURE, SURE));

    assertInstanceOf(Decision.Kept.class, decision);
    assertTrue(decision.reason().contains("which may be chance"), decision.reason());
  }

  @Test
  void whatCountingTellsBetterIsKept() {
    Decision decision = NextSongGate.decide("company", report(100, SURE, BEHIND));

    assertInstanceOf(Decision.Kept.class, decision);
    assertTrue(decision.reason().contains("(PMI) are ahead"), decision.reason());
  }

  @Test
  void withoutQuestionsNothingIsTold() {
    Decision decision = NextSongGate.decide("company", report(0, SURE, SURE));

    assertInstanceOf(Decision.Kept.class, decision);
    assertTrue(decision.reason().contains("more listening is needed"), decision.reason());
  }

  @Test
  void clustersAreLetInAndSongsByChanceAreNot() throws InterruptedException {
    Config config = Config.usual(1).withEpochs(8);
    NextSong question = NextSong.last(1);
    List<List<String>> clusters = new GeneratedSequences(10, 30, 5, 600, 20, 0.2, 1).all();

    assertInstanceOf(
        Decision.Promoted.class,
        NextSongGate.decide("company", question.judge(clusters, config, 1)));
    assertInstanceOf(
        Decision.Kept.class, NextSongGate.decide("company", question.judge(byChance(), config, 1)));
  }

  @Test
  void whatIsAlwaysLearnedFromIsNeverAsked() throws InterruptedException {
    List<List<String>> asked = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      asked.add(List.of("one", "only in a list " + i));
    }
    List<List<String>> lists = List.of(asked.stream().flatMap(List::stream).toList());

    NextSongReport alone = NextSong.last(1).judge(asked, Config.usual(1).withEpochs(1), 1);
    NextSongReport taught =
        NextSong.last(1)
            .judge(asked, lists, Config.usual(1).withEpochs(1), _ -> LearningRun.quiet(1));

    assertEquals(10, alone.cold().size());
    assertEquals(0, taught.cold().size());
    assertEquals(10, taught.sequences());
  }

  // Some are heard often and most seldom, so that popularity is all that can be learned.
  private static List<List<String>> byChance() {
    Random random = new Random(7);
    return IntStream.range(0, 300)
        .mapToObj(
            _ ->
                random
                    .doubles(12)
                    .mapToObj(drawn -> "song " + (int) (200 * Math.pow(drawn, 3)))
                    .toList())
        .toList();
  }

  private static NextSongReport report(int questions, Interval overPopular, Interval overPmi) {
    Interval level = new Interval(0, 0, 0);
    Map<SequenceModels, Figures> figures = new EnumMap<>(SequenceModels.class);
    Map<SequenceModels, Figures> gains = new EnumMap<>(SequenceModels.class);
    for (SequenceModels each : SequenceModels.values()) {
      figures.put(each, new Figures(SURE, SURE));
      gains.put(each, new Figures(level, level));
    }
    gains.put(SequenceModels.MOST_POPULAR, new Figures(overPopular, level));
    gains.put(SequenceModels.PMI, new Figures(overPmi, level));
    return new NextSongReport(
        questions, questions, new Chance(0.01, 0.01), figures, gains, List.of());
  }
}
