package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.ModelTrained;
import io.chihiro.events.Topics;
import io.chihiro.models.LifeDay;
import io.chihiro.models.Vectors;
import io.chihiro.models.evaluation.HeldOutDays.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EncoderReportTest {
  @Test
  void theEncoderIsLaidBesideMostPlayedAndRandom() throws InterruptedException {
    ModelTrained report =
        EncoderReport.of(
            List.of(
                day(1, 0, Map.of("sea", 3, "always", 9)),
                day(0.9f, 0.1f, Map.of("sea", 4)),
                day(0, 1, Map.of("rain", 3, "always", 9)),
                day(0.1f, 0.9f, Map.of("rain", 5))),
            20,
            Instant.EPOCH);

    assertEquals(4.0, figure(report, "base days"));
    assertTrue(figure(report, "base ndcg@10") > figure(report, "most-played ndcg@10"));
    assertTrue(report.metrics().containsKey("random hit@5"));
  }

  @Test
  void aReportWithoutDaysTravelsAndSaysItRestsOnNone() throws InterruptedException {
    ModelTrained report = EncoderReport.of(List.of(), 20, Instant.EPOCH);
    InMemoryEvents events = new InMemoryEvents();

    events.write(Topics.MODELS, report.name(), report);

    assertEquals(0.0, figure(events.get(Topics.MODELS, "base").orElseThrow(), "base days"));
  }

  private static double figure(ModelTrained report, String name) {
    return report.metrics().getOrDefault(name, Double.NaN);
  }

  private static Day day(float x, float y, Map<String, Integer> plays) {
    float[] vector = Vectors.unit(new float[] {x, y});
    return new Day(new LifeDay(LocalDate.EPOCH, "A day.", plays), () -> vector);
  }
}
