package io.chihiro.ocr;

import io.chihiro.door.Hyphenated;
import io.chihiro.events.EntryRead.Status;
import io.chihiro.events.PageScanned.Attempt;
import io.chihiro.metrics.JournalMetric;
import io.chihiro.metrics.RunningMetric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/// What operations sees of this service. Thread-safe.
final class OcrMetrics {
  /// Where a rejected file came from: it lay in the bucket, or somebody sent it.
  private static final String BUCKET = "bucket";

  private static final String UPLOAD = "upload";

  private final MeterRegistry registry;
  private final Timer reading;
  private final Counter failed;
  private final Counter rejectedInBucket;
  private final Counter rejectedUploads;

  OcrMetrics(MeterRegistry registry, Journal journal) {
    this.registry = registry;
    this.reading = JournalMetric.PAGE_READ_SECONDS.timer(registry);
    this.failed = JournalMetric.PAGES_FAILED.counter(registry);
    this.rejectedInBucket = RunningMetric.REJECTED.counter(registry, BUCKET);
    this.rejectedUploads = RunningMetric.REJECTED.counter(registry, UPLOAD);
    JournalMetric.PAGES_WAITING.gauge(registry, journal, OcrMetrics::waitingPages);
    JournalMetric.PAGE_WAITING_LONGEST_SECONDS.gauge(
        registry, journal, present -> present.longestWait().toSeconds());
    for (Status status : Status.values()) {
      JournalMetric.ENTRIES.gauge(
          registry, journal, present -> entries(present, status), Hyphenated.of(status));
    }
  }

  /// A page was read.
  ///
  /// @param outcome `dated` or `undated`
  void read(String engine, String outcome, Duration took) {
    JournalMetric.PAGES_READ.counter(registry, engine, outcome).increment();
    reading.record(took);
  }

  /// An engine was asked.
  void attempt(Attempt attempt) {
    JournalMetric.ENGINE_ATTEMPTS
        .counter(registry, attempt.engine(), attempt.outcome())
        .increment();
  }

  /// A page could not be read by anyone.
  void pageFailed() {
    failed.increment();
  }

  /// A file of the bucket was put aside.
  void fileRejected() {
    rejectedInBucket.increment();
  }

  /// A file that somebody sent was put aside.
  void uploadRejected() {
    rejectedUploads.increment();
  }

  private static double waitingPages(Journal journal) {
    if (!journal.isOpen()) {
      return 0;
    }
    return journal.users().stream().mapToInt(user -> journal.waitingPages(user).size()).sum();
  }

  private static double entries(Journal journal, Status status) {
    if (!journal.isOpen()) {
      return 0;
    }
    return journal.users().stream()
        .flatMap(user -> journal.entries(user).stream())
        .filter(entry -> entry.status() == status)
        .count();
  }
}
