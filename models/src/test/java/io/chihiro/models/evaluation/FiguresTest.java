package io.chihiro.models.evaluation;

import static io.chihiro.models.evaluation.Lives.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.LifeDay;
import io.chihiro.models.PassageSplitter.Span;
import io.chihiro.models.Question;
import io.chihiro.models.TextSpace;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Query QUERY =
      new Query(
          Kind.DAY,
          "day",
          new Question("", Lives.FIRST),
          Set.of("right", "also right"),
          "era",
          Set.of("right", "wrong too", "of the era"));

  private static final List<String> ANSWER = List.of("wrong", "right", "wrong too", "also right");

  @Test
  void theFiguresOfAWorkedExample() {
    // (1/log2(3) + 1/log2(5)) / (1/log2(2) + 1/log2(3))
    assertEquals(0.650921, of(Figure.NDCG_AT_10), 1e-6);
    assertEquals(0.5, of(Figure.MRR_AT_10));
    assertEquals(1, of(Figure.HIT_AT_5));
    assertEquals(0.4, of(Figure.ERA_PRECISION_AT_5));
  }

  @Test
  void whatComesTooLateIsNoHit() {
    List<String> late =
        IntStream.range(0, 20).mapToObj(i -> i == 6 ? "right" : "wrong " + i).toList();

    assertEquals(OptionalDouble.of(0), Figure.HIT_AT_5.of(late, QUERY));
    assertEquals(OptionalDouble.of(1), Figure.HIT_AT_10.of(late, QUERY));
    assertEquals(OptionalDouble.of(1.0 / 7), Figure.MRR_AT_10.of(late, QUERY));
    assertEquals(OptionalDouble.of(0), Figure.MRR_AT_10.of(List.of(), QUERY));
  }

  @Test
  void theTripletFiguresOfAWorkedExampleAreThePapers() throws InterruptedException {
    LifeDay zero = day(0, "0.0");
    LifeDay near = day(1, "0.2");
    LifeDay far = day(2, "0.7");
    LifeDay between = day(3, "0.1");
    List<Triplet> triplets =
        List.of(new Triplet("sea", zero, near, far), new Triplet("rain", zero, near, between));

    TripletFigures figures = TripletFigures.of(triplets, new OnALine(), new Bootstrap(1));

    assertEquals(0.5, figures.accuracy().value());
    // positives 0.8 and 0.8, negatives 0.3 and 0.9
    assertEquals(0.8 - 0.6, figures.separation().value(), 1e-9);
    // one of the two negatives lies closer than the positive
    assertEquals(0.5, figures.mrr().value());
    assertEquals(2, figures.triplets());
    assertEquals(2, figures.positives().counts().stream().mapToInt(x -> x).sum());
  }

  @Test
  void aNegativeAsCloseAsThePositiveCountsAsCloser() throws InterruptedException {
    Triplet tie = new Triplet("sea", day(0, "0.0"), day(1, "0.5"), day(2, "0.5"));

    TripletFigures figures = TripletFigures.of(List.of(tie), new OnALine(), new Bootstrap(1));

    assertEquals(0, figures.accuracy().value());
    assertEquals(0.5, figures.mrr().value());
  }

  @Test
  void theBestThresholdIsRightMostOften() {
    Confusion best = Confusion.best(List.of(0.9, 0.8, 0.4), List.of(0.5, 0.2, 0.1));

    assertEquals(5, best.truePositives() + best.trueNegatives());
    assertEquals(0.2, best.threshold(), 0.011);
    assertEquals(0.75, best.precision());
    assertEquals(1, best.recall());
    assertEquals(6 / 7.0, best.f1(), 1e-9);
  }

  @Test
  void anIntervalHoldsTheMeanAndNarrowsWithMoreValues() {
    Interval few = new Bootstrap(1).mean(IntStream.range(0, 10).mapToObj(i -> i % 2.0).toList());
    Interval many = new Bootstrap(1).mean(IntStream.range(0, 900).mapToObj(i -> i % 2.0).toList());

    assertEquals(0.5, many.value());
    assertTrue(many.low() < 0.5 && many.high() > 0.5);
    // The normal approximation: 1.96 * 0.5 / sqrt(900)
    assertEquals(0.0327, (many.high() - many.low()) / 2, 0.003);
    assertTrue(few.high() - few.low() > many.high() - many.low());
    assertEquals(
        few, new Bootstrap(1).mean(IntStream.range(0, 10).mapToObj(i -> i % 2.0).toList()));
  }

  @Test
  void aSmallSteadyGainIsSureWhereTwoIntervalsWouldOverlap() {
    Map<String, Double> theirs = Map.of("a", 0.1, "b", 0.9, "c", 0.4, "d", 0.7);
    Map<String, Double> ours = Map.of("a", 0.12, "b", 0.93, "c", 0.42, "d", 0.73);

    Interval gain = new Bootstrap(1).gain(ours, theirs);

    assertEquals(0.025, gain.value(), 1e-9);
    assertTrue(gain.aboveZero());
    assertThrows(
        IllegalArgumentException.class, () -> new Bootstrap(1).gain(ours, Map.of("a", 0.1)));
  }

  @Test
  void theRankCorrelationOfAWorkedExample() {
    assertEquals(1, RankCorrelation.of(List.of(1.0, 2.0, 3.0), List.of(10.0, 20.0, 90.0)), 1e-9);
    assertEquals(-1, RankCorrelation.of(List.of(1.0, 2.0, 3.0), List.of(9.0, 5.0, 1.0)), 1e-9);
    // scipy.stats.spearmanr([1, 2, 2, 4], [1, 3, 2, 4])
    assertEquals(
        0.9486833,
        RankCorrelation.of(List.of(1.0, 2.0, 2.0, 4.0), List.of(1.0, 3.0, 2.0, 4.0)),
        1e-6);
  }

  @Test
  void thereAreAtLeastThreeHundredGeneralPairsOfEveryCloseness() {
    List<GeneralPairs.Pair> pairs = GeneralPairs.all();

    assertTrue(pairs.size() >= 300);
    assertEquals(pairs.size(), pairs.stream().distinct().count());
    for (int closeness = 0; closeness <= 5; closeness++) {
      int grade = closeness;
      assertEquals(
          pairs.size() / 6, pairs.stream().filter(pair -> pair.closeness() == grade).count());
    }
    pairs.forEach(pair -> assertTrue(!pair.first().isBlank() && !pair.second().isBlank()));
  }

  private static double of(Figure figure) {
    return figure.of(ANSWER, QUERY).orElseThrow();
  }

  /// Texts are numbers; the closer, the more similar.
  private static final class OnALine implements TextSpace<Double> {
    @Override
    public List<Double> days(List<String> texts) {
      return texts.stream().map(Double::valueOf).toList();
    }

    @Override
    public double similarity(Double one, Double other) {
      return 1 - Math.abs(one - other);
    }

    @Override
    public List<Span> windows(String text) {
      return List.of(new Span(0, text.length()));
    }
  }
}
