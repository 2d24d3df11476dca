package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.evaluation.Decision.Kept;
import io.chihiro.models.evaluation.Decision.Promoted;
import io.chihiro.models.evaluation.Query.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Optional<Drift> LITTLE = Optional.of(new Drift(0.99, 0.8, 0.8));

  @Test
  void whatGainsOnDaysAndLosesNothingIsPromoted() {
    Decision decision = decide(0.06, 0, 0.3, LITTLE);

    assertInstanceOf(Promoted.class, decision);
    assertTrue(decision.reason().startsWith("sbert is promoted: on held-out days its nDCG@10"));
    assertTrue(decision.reason().contains("over base"), decision.reason());
  }

  @Test
  void aGainThatMayBeChanceIsNone() {
    assertKept(decide(0, 0, 0.3, LITTLE), "which may be chance");
  }

  @Test
  void whoForgetsHowPeopleSpeakOfMoodsIsKept() {
    assertKept(
        decide(0.06, 0.1, 0.3, LITTLE), "asked with past moods, ndcg@10 falls from 0.500 to 0.400");
  }

  @Test
  void whoLeavesTheBaseTooFarIsKept() {
    assertKept(
        decide(0.06, 0, 0.3, Optional.of(new Drift(0.7, 0.5, 0.8))),
        "correlates with its base by 0.700, less than 0.950");
  }

  @Test
  void whoIsBeatenByCountedWordsIsKept() {
    assertKept(decide(0.06, 0, 0.9, LITTLE), "tfidf has an nDCG@10 of 0.900");
  }

  @Test
  void everyFailureIsNamed() {
    String reason = decide(0, 0.1, 0.9, Optional.of(new Drift(0.7, 0.5, 0.8))).reason();

    assertEquals(5, reason.split("; ", -1).length, reason);
  }

  @Test
  void whereNothingCanBeAskedNothingIsPromoted() {
    Comparison nothing =
        new Comparison(
            "held-out days",
            Map.of(),
            List.of(new ModelScores("sbert", Map.of(), Map.of())),
            Map.of(),
            new Bootstrap(1));

    assertKept(
        Gate.USUAL.decide(nothing, "sbert", "base", LITTLE), "more days with music are needed");
  }

  private static void assertKept(Decision decision, String because) {
    assertInstanceOf(Kept.class, decision);
    assertTrue(decision.reason().contains(because), decision.reason());
  }

  private static Decision decide(
      double gain, double moodLoss, double tfidf, Optional<Drift> drift) {
    List<ModelScores> models =
        List.of(
            scores("sbert", 0.5 + gain, 0.5 - moodLoss),
            scores("base", 0.5, 0.5),
            scores("tfidf", tfidf, 0.2),
            scores("random", 0.1, 0.1));
    Comparison comparison =
        new Comparison("held-out days", Map.of(), models, Map.of(), new Bootstrap(1));
    return Gate.USUAL.decide(comparison, "sbert", "base", drift);
  }

  private static ModelScores scores(String model, double days, double moods) {
    Map<Figure, Map<String, Double>> ofDays = Map.of(Figure.NDCG_AT_10, around(days));
    Map<Figure, Map<String, Double>> ofMoods =
        Map.of(Figure.NDCG_AT_10, around(moods), Figure.ERA_PRECISION_AT_5, around(moods));
    return new ModelScores(model, Map.of(Kind.DAY, ofDays, Kind.MOOD, ofMoods), Map.of());
  }

  private static Map<String, Double> around(double mean) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      values.put("group " + i, mean + (i % 2 == 0 ? 0.05 : -0.05));
    }
    return values;
  }
}
