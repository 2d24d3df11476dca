package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.models.evaluation.LinesReport.Learned;
import io.chihiro.models.evaluation.Report.LossPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesGateTest {
  private static final LinesGate GATE = LinesGate.of(12);
  private static final Drift NEAR = new Drift(0.99, 0.8, 0.8);

  @Test
  void whatFindsTheRightSongsEarlierIsPromoted() {
    Decision decision =
        GATE.decide("lines", measured(20, _ -> 0.5, _ -> 0.25, Optional.empty()), NEAR);

    assertInstanceOf(Decision.Promoted.class, decision);
    assertEquals(
        "lines is promoted: for 20 personas its MAP@10 is 0.500, +0.250 (95 % between +0.250 and"
            + " +0.250) over the base on the same 300 songs.",
        decision.reason());
  }

  @Test
  void aGainThatMayBeChanceIsNone() {
    Decision decision =
        GATE.decide(
            "lines", measured(20, i -> i % 2 == 0 ? 0.6 : 0.4, _ -> 0.5, Optional.empty()), NEAR);

    assertInstanceOf(Decision.Kept.class, decision);
    assertTrue(decision.reason().contains("which may be chance"), decision.reason());
  }

  @Test
  void whatSeesGeneralSentencesOtherwiseIsKept() {
    Decision decision =
        GATE.decide(
            "lines", measured(20, _ -> 0.5, _ -> 0.25, Optional.empty()), new Drift(0.9, 0.8, 0.8));

    assertInstanceOf(Decision.Kept.class, decision);
    assertTrue(decision.reason().contains("by 0.900, less than 0.950"), decision.reason());
  }

  @Test
  void whatServesMayNotBeAhead() {
    Decision decision =
        GATE.decide("lines", measured(20, _ -> 0.5, _ -> 0.25, Optional.of(_ -> 0.75)), NEAR);

    assertInstanceOf(Decision.Kept.class, decision);
    assertTrue(decision.reason().contains("over the version that serves"), decision.reason());
  }

  @Test
  void tooFewPersonasAreCounted() {
    String few = GATE.decide("lines", measured(5, _ -> 1, _ -> 0, Optional.empty()), NEAR).reason();
    assertTrue(few.contains("needs 12 personas"), few);
    assertTrue(few.contains("there are 5, so 7 are missing"), few);
    String none =
        GATE.decide("lines", measured(0, _ -> 1, _ -> 0, Optional.empty()), NEAR).reason();
    assertTrue(none.contains("without personas"), none);
  }

  @Test
  void aReportIsReadByProgramsAndByPeopleAndQuotesNobody(@TempDir Path folder) throws Exception {
    LinesMeasured measured = measured(20, _ -> 0.5, _ -> 0.25, Optional.of(_ -> 0.4));
    LinesReport.of(
            "lines",
            "lines-1",
            Instant.parse("2026-01-01T00:00:00Z"),
            GATE.decide("lines", measured, NEAR),
            new Learned(800, 200, 0.5, 0.7, 0.4),
            measured,
            NEAR,
            List.of(new LossPoint(1, 2.5, Optional.empty())))
        .write(folder);

    String json = Files.readString(folder.resolve("report.json"));
    JsonNode told = new ObjectMapper().readTree(json);
    assertEquals(3, told.path("rows").size());
    assertEquals(0.5, told.path("rows").path(0).path("map").path("value").asDouble());
    String page = Files.readString(folder.resolve("report.html"));
    assertTrue(page.contains("Learned from 800 pairs"), page);
    assertFalse(page.contains("persona 1<"), page);
    assertFalse(json.contains("persona 1"), json);
  }

  private static LinesMeasured measured(
      int personas,
      IntToDoubleFunction tuned,
      IntToDoubleFunction base,
      Optional<IntToDoubleFunction> serving) {
    return new LinesMeasured(
        precisions(personas, tuned),
        precisions(personas, base),
        serving.map(each -> precisions(personas, each)),
        300,
        6_000,
        new Bootstrap(1));
  }

  private static Map<String, Double> precisions(int personas, IntToDoubleFunction each) {
    Map<String, Double> precisions = new HashMap<>();
    for (int i = 0; i < personas; i++) {
      precisions.put("persona " + i, each.applyAsDouble(i));
    }
    return precisions;
  }
}
