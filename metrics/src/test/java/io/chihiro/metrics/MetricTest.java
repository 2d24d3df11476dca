package io.chihiro.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  /// How it is scraped is asked of a running system, in `OperationsIT`.
  @Test
  void everyMetricIsRegisteredWithItsNameTypeLabelsAndMeaning() {
    for (Metric metric : Catalogue.all()) {
      register(metric);
      Meter.Id id = registry.get(metric.title()).meter().getId();
      assertEquals(type(metric), id.getType(), metric.title());
      assertEquals(metric.meaning(), id.getDescription());
      assertEquals(
          Set.copyOf(metric.labels()),
          id.getTags().stream().map(Tag::getKey).collect(Collectors.toSet()));
    }
  }

  private static Meter.Type type(Metric metric) {
    return switch (metric.shape().type()) {
      case COUNTER -> Meter.Type.COUNTER;
      case GAUGE -> Meter.Type.GAUGE;
      case HISTOGRAM -> Meter.Type.TIMER;
    };
  }

  @Test
  void namesFollowPrometheus() {
    for (Metric metric : Catalogue.all()) {
      String title = metric.title();
      assertTrue(title.matches("chihiro_[a-z_]+"), title);
      assertEquals(metric.shape().type() == Shape.Type.COUNTER, title.endsWith("_total"), title);
      if (metric.shape().type() == Shape.Type.HISTOGRAM) {
        assertTrue(title.endsWith("_seconds"), title);
      }
      if (metric.unit().equals("seconds") || metric.unit().equals("bytes")) {
        assertTrue(title.endsWith("_" + metric.unit()), title);
      }
    }
  }

  @Test
  void aHistogramHasTheBucketsOfTheTable() {
    Timer timer = AnswerMetric.ANSWER_SECONDS.timer(registry, "no");

    assertEquals(
        AnswerMetric.ANSWER_SECONDS.shape().bounds(),
        Stream.of(timer.takeSnapshot().histogramCounts())
            .map(bucket -> Duration.ofNanos((long) bucket.bucket()))
            .toList());
  }

  /// A label of free words would one day hold what somebody wrote.
  @Test
  void noLabelCanHoldWhatSomebodyWrote() {
    Set<String> catalogued =
        Set.of(
            "by",
            "change",
            "consumer",
            "direction",
            "engine",
            "explained",
            "model",
            "outcome",
            "part",
            "source",
            "state",
            "status",
            "topic",
            "verdict");
    for (Metric metric : Catalogue.all()) {
      assertTrue(catalogued.containsAll(metric.labels()), metric + " " + metric.labels());
    }
  }

  @Test
  void eachNameAndServiceIsGivenOnce() {
    assertEquals(
        Catalogue.all().size(),
        Catalogue.all().stream().map(metric -> metric.title()).distinct().count());
    for (Metric metric : Catalogue.all()) {
      assertFalse(metric.services().isEmpty(), metric.title());
    }
  }

  @Test
  void aLabelWithoutItsValueIsRefused() {
    var missing =
        assertThrows(
            IllegalArgumentException.class,
            () -> JournalMetric.PAGES_READ.counter(registry, "paddle"));
    assertEquals("chihiro_pages_read_total has the labels [engine, outcome]", missing.getMessage());
    var wrong =
        assertThrows(IllegalArgumentException.class, () -> RunningMetric.REJECTED.timer(registry));
    assertEquals("chihiro_rejected_total is a COUNTER, no HISTOGRAM", wrong.getMessage());
  }

  private void register(Metric metric) {
    String[] values = metric.labels().toArray(String[]::new);
    switch (metric.shape().type()) {
      case COUNTER -> metric.counter(registry, values).increment();
      case GAUGE -> metric.gauge(registry, this, _ -> 1, values);
      case HISTOGRAM -> metric.timer(registry, values).record(Duration.ofSeconds(1));
    }
  }
}
