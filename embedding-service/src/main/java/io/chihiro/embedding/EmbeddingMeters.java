package io.chihiro.embedding;

import io.chihiro.events.Topics;
import io.chihiro.metrics.MomentMetric;
import io.chihiro.metrics.RunningMetric;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/// What this service tells operations.
final class EmbeddingMeters {
  /// Something that takes time and may be interrupted.
  interface Work<T> {
    T run() throws InterruptedException;
  }

  private final Counter days;
  private final Counter texts;
  private final Counter rejected;
  private final Timer batches;

  EmbeddingMeters(MeterRegistry meters) {
    this.days = MomentMetric.DAYS_EMBEDDED.counter(meters);
    this.texts = MomentMetric.TEXTS_EMBEDDED.counter(meters);
    this.rejected = RunningMetric.REJECTED.counter(meters, Topics.MOMENTS.name());
    this.batches = MomentMetric.EMBEDDING_BATCH_SECONDS.timer(meters);
  }

  void embedded(int moreDays, int moreTexts) {
    days.increment(moreDays);
    texts.increment(moreTexts);
  }

  void rejected() {
    rejected.increment();
  }

  <T> T time(Work<T> work) throws InterruptedException {
    Timer.Sample sample = Timer.start();
    T result = work.run();
    sample.stop(batches);
    return result;
  }
}
