package io.chihiro.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Creates whatever topic of [Topics#ALL] is missing. Safe to run from every service at once.
public final class TopicCreation {
  // One at home, three in a cluster: the broker knows how many of it there are.
  private static final short AS_THE_BROKER_SAYS = -1;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private TopicCreation() {}

  /// Creates what is missing.
  ///
  /// @param bootstrapServers `host:port`
  /// @throws IllegalStateException if the broker cannot be asked
  public static void ensure(String bootstrapServers) {
    ensure(bootstrapServers, Topics.PARTITIONS);
  }

  /// Creates what is missing, with another number of partitions than usual: for measurements.
  ///
  /// @throws IllegalStateException if the broker cannot be asked
  public static void ensure(String bootstrapServers, int partitions) {
    try (Admin admin = Admin.create(BrokerConnection.to(bootstrapServers))) {
      List<NewTopic> missing = missing(admin.listTopics().names().get(), partitions);
      create(admin, missing);
      awaitReady(admin, missing);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create topics: " + e.getMessage(), e);
    }
  }

  private static List<NewTopic> missing(Set<String> present, int partitions) {
    return Topics.ALL.stream()
        .filter(topic -> !present.contains(topic.name()))
        .map(topic -> topic.definition(partitions, AS_THE_BROKER_SAYS))
        .toList();
  }

  // A partition is announced a moment before it takes records. A writer that is quicker has its
  // first batch refused and its second taken, and then waits in vain to put them in order. Asking
  // for the end of a partition is answered, or tried again, by the partition itself; but a broker
  // that has not heard of the topic yet, though it has made it, says so at once.
  private static void awaitReady(Admin admin, List<NewTopic> topics)
      throws InterruptedException, ExecutionException {
    long latest = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        var _ = admin.listOffsets(ends(topics)).all().get();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > latest) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private static Map<TopicPartition, OffsetSpec> ends(List<NewTopic> topics) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int i = 0; i < topic.numPartitions(); i++) {
        ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
      }
    }
    return ends;
  }

  private static void create(Admin admin, List<NewTopic> topics)
      throws InterruptedException, ExecutionException {
    for (var creation : admin.createTopics(topics).values().values()) {
      try {
        creation.get();
      } catch (ExecutionException e) {
        // Another service was quicker.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }
}
