package io.chihiro.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// How far a consumer is behind. For the thread of the consumer, but for what is told last.
final class TopicLag {
  private final Consumer<String, byte[]> consumer;
  private volatile double told = Double.NaN;

  TopicLag(Consumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /// Records that it has not read, asked of the broker now; empty while it has no share.
  OptionalLong ask() {
    Collection<TopicPartition> mine = consumer.assignment();
    return mine.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            consumer.endOffsets(mine).entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum());
  }

  /// Where it would go on in each partition of its share.
  Map<TopicPartition, Long> reached() {
    return consumer.assignment().stream()
        .collect(Collectors.toUnmodifiableMap(Function.identity(), consumer::position));
  }

  /// Records that the whole group has not handled, whoever has which share: what is handled is
  /// committed. Asked of the broker now, and known without a share too.
  long askGroup(Collection<TopicPartition> all) {
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
    Map<TopicPartition, Long> ends = consumer.endOffsets(all);
    Map<TopicPartition, Long> committed = new HashMap<>();
    consumer
        .committed(Set.copyOf(all))
        .forEach(
            (partition, known) -> {
              if (known != null) {
                committed.put(partition, known.offset());
              }
            });
    return behind(begins, committed, ends);
  }

  /// How many records lie between where a group has come and the ends; where it has not begun, or
  /// what it has read is forgotten, between the beginnings and the ends.
  static long behind(
      Map<TopicPartition, Long> begins,
      Map<TopicPartition, Long> committed,
      Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(
            end -> {
              long first = begins.getOrDefault(end.getKey(), 0L);
              return Math.max(
                  0, end.getValue() - Math.max(first, committed.getOrDefault(end.getKey(), first)));
            })
        .sum();
  }

  /// Takes what the broker said with the records that were read last.
  ///
  /// @param underWay records that are read and not handled
  void look(int underWay) {
    OptionalLong unread = unread();
    told = unread.isPresent() ? unread.getAsLong() + underWay : Double.NaN;
  }

  /// What was taken last; not a number while that is unknown. For every thread.
  double told() {
    return told;
  }

  private OptionalLong unread() {
    long sum = 0;
    for (TopicPartition each : consumer.assignment()) {
      OptionalLong known = consumer.currentLag(each);
      if (known.isEmpty()) {
        return known;
      }
      sum += known.getAsLong();
    }
    return consumer.assignment().isEmpty() ? OptionalLong.empty() : OptionalLong.of(sum);
  }
}
