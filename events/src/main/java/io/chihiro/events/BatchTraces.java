package io.chihiro.events;

import io.chihiro.tracing.Span;
import io.chihiro.tracing.Tracing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// The steps of traces that a batch of records goes on with, while it is handled.
///
/// What the same thread writes under a record's key, or below it (a day's vectors below the day),
/// follows from that record; so no handler has to hand a header on.
final class BatchTraces implements AutoCloseable {
  private static final ThreadLocal<Map<String, Span>> OF_THIS_THREAD = new ThreadLocal<>();

  private final Map<String, Span> steps;

  private BatchTraces(Map<String, Span> steps) {
    this.steps = steps;
  }

  /// Goes on with every trace that a record of the batch belongs to.
  ///
  /// @param since what was written before is read again, and was followed then
  static BatchTraces begin(List<ConsumerRecord<String, byte[]>> batch, Instant since) {
    Map<String, Span> steps = new HashMap<>();
    if (Tracing.get().on()) {
      batch.stream()
          .filter(message -> message.timestamp() >= since.toEpochMilli())
          .forEach(message -> follow(message, batch.size(), steps));
      OF_THIS_THREAD.set(steps);
    }
    return new BatchTraces(steps);
  }

  private static void follow(
      ConsumerRecord<String, byte[]> message, int records, Map<String, Span> steps) {
    Optional<String> before = TraceHeader.in(message.headers());
    if (before.isPresent() && !steps.containsKey(message.key())) {
      Span step = Tracing.follow("process " + message.topic(), before);
      step.count("messaging.batch.message_count", records);
      steps.put(message.key(), step);
    }
  }

  /// The header of a record that this thread writes now, if it belongs to a trace.
  static Optional<Header> header(String key) {
    return Tracing.get().current().or(() -> written(key)).map(TraceHeader::of);
  }

  private static Optional<String> written(String key) {
    Map<String, Span> steps = OF_THIS_THREAD.get();
    if (steps == null || steps.isEmpty()) {
      return Optional.empty();
    }
    int above = key.lastIndexOf('/');
    Span step = steps.get(key);
    if (step != null) {
      return step.traceparent();
    }
    return above < 0 ? Optional.empty() : written(key.substring(0, above));
  }

  @Override
  public void close() {
    OF_THIS_THREAD.remove();
    steps.values().forEach(Span::close);
  }
}
