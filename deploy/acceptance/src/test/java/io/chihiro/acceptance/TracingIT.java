package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// One trace shows the way of an entry to where it can be asked for. That there is none where
/// nobody wants any, [CanaryIT] sees.
@Order(9)
class TracingIT {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String TEXT = "A cobalt wheelbarrow waited at the ferry of Ombria.";
  private static final LocalDate DAY = LocalDate.parse("2025-05-01");
  private static final Set<String> WAY =
      Set.of(
          "recommend-service: POST ForwardResource",
          "ocr-service: POST JournalEntriesResource",
          "ingest-service: compose moment",
          "embedding-service: process moments",
          "recommend-service: process moments",
          "recommend-service: process vectors");

  @Test
  void oneTraceShowsTheWayOfAnEntryThroughTheServices() throws Exception {
    try (RecordedTraces collector = new RecordedTraces()) {
      RunningSystem system =
          Systems.fresh("UTC", "CHIHIRO_TRACING_ENDPOINT=" + collector.address() + "\n");
      enter(system);
      Set<String> steps =
          Patience.until(
              LONG,
              "a trace of " + WAY,
              () ->
                  collector.steps().values().stream()
                      .filter(all -> all.containsAll(WAY))
                      .findAny());
      assertTrue(steps.size() >= WAY.size(), steps.toString());
      assertTrue(new AtRest(system, new Canary(List.of(TEXT))).headers().contains("traceparent"));
      Canary canary = new Canary(List.of(TEXT, system.token(), DAY.toString()));
      collector.received().forEach(each -> assertEquals(Set.of(), canary.in(each)));
    }
  }

  private static void enter(RunningSystem system) throws Exception {
    try (Api api = system.api()) {
      api.enter(DAY, TEXT);
      var _ = api.awaitNothingWaits(LONG);
    }
  }
}
