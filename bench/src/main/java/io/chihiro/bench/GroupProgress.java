package io.chihiro.bench;

import io.chihiro.events.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// Watches how far a consumer group has come through a topic, by what it has committed.
final class GroupProgress implements AutoCloseable {
  // Asking is work for the broker too: more often than commits come, it slows what it measures.
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Admin admin;
  private final String group;
  private final Topic<?> topic;

  GroupProgress(String bootstrapServers, String group, Topic<?> topic) {
    this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    this.group = group;
    this.topic = topic;
  }

  /// Records a second between the first commit and the one that reaches `all`: neither the start
  /// of the process nor the joining of the group is counted.
  double recordsPerSecond(long all) throws InterruptedException {
    Stopwatch patience = Stopwatch.begin();
    long first = awaitMoreThan(0, patience);
    Stopwatch watch = Stopwatch.begin();
    if (first >= all) {
      throw new IllegalStateException("%,d records are too few to be timed".formatted(all));
    }
    long last = awaitMoreThan(all - 1, patience);
    return (last - first) / watch.seconds();
  }

  @Override
  public void close() {
    admin.close();
  }

  private long awaitMoreThan(long committed, Stopwatch patience) throws InterruptedException {
    while (true) {
      long now = committed();
      if (now > committed) {
        return now;
      }
      if (patience.seconds() > PATIENCE.toSeconds()) {
        throw new IllegalStateException(
            "the group %s stopped at record %,d of %s".formatted(group, now, topic.name()));
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private long committed() throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      return offsets.entrySet().stream()
          .filter(each -> each.getKey().topic().equals(topic.name()) && each.getValue() != null)
          .mapToLong(each -> each.getValue().offset())
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell how far %s is".formatted(group), e);
    }
  }
}
