package io.chihiro.ocr;

import io.chihiro.door.Caller;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned.Attempt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;

/// What operations sees of this service. Thread-safe.
final class OcrMetrics {
  private static final Duration[] BOUNDS =
      IntStream.of(250, 500, 1000, 2000, 3000, 5000, 10_000, 30_000, 60_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Timer reading;

  OcrMetrics(MeterRegistry registry, Journal journal) {
    this.registry = registry;
    this.reading =
        Timer.builder("chihiro.page.read")
            .description("from opening a photo to its text")
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
    Gauge.builder("chihiro.pages.waiting", journal, OcrMetrics::waitingPages)
        .description("pages that no engine has read yet")
        .register(registry);
    for (Status status : Status.values()) {
      Gauge.builder("chihiro.entries", journal, present -> entries(present, status))
          .tag("status", status.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    failed();
    rejected();
  }

  /// A page was read.
  ///
  /// @param outcome `dated` or `undated`
  void read(String engine, String outcome, Duration took) {
    registry.counter("chihiro.pages.read", "engine", engine, "outcome", outcome).increment();
    reading.record(took);
  }

  /// An engine was asked.
  void attempt(Attempt attempt) {
    registry
        .counter(
            "chihiro.engine.attempts", "engine", attempt.engine(), "outcome", attempt.outcome())
        .increment();
  }

  /// A page could not be read by anyone.
  void pageFailed() {
    failed().increment();
  }

  /// Something was put aside.
  void fileRejected() {
    rejected().increment();
  }

  private Counter failed() {
    return registry.counter("chihiro.pages.failed");
  }

  private Counter rejected() {
    return registry.counter("chihiro.rejected");
  }

  private static double waitingPages(Journal journal) {
    if (!journal.isOpen()) {
      return 0;
    }
    return journal.waitingPages(Caller.OWNER).size();
  }

  private static double entries(Journal journal, Status status) {
    if (!journal.isOpen()) {
      return 0;
    }
    return journal.entries(Caller.OWNER).stream().filter(entry -> entry.status() == status).count();
  }
}
