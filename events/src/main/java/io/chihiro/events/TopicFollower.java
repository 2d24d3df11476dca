package io.chihiro.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads topics on a thread of its own and hands over what it read, batch by batch.
///
/// Three ways to read: [#everything] follows every partition from a given position, for a service
/// that keeps a view of all of it; [#ofUser] the partitions in which one user's records lie;
/// [#share] takes this instance's share of a group and commits after each batch. A batch that
/// cannot be handled is handed over again until it can: nothing is skipped. Only committed
/// transactions are read.
public final class TopicFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(200);

  /// While somebody waits for an answer.
  private static final Duration QUICK_POLL = Duration.ofMillis(20);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /// Takes a batch. It may see the same batch again after throwing, so it must be idempotent.
  @FunctionalInterface
  public interface BatchHandler {
    void handle(List<ConsumerRecord<String, byte[]>> batch) throws InterruptedException;
  }

  /// Gets ready for partitions that were given. Called again if it throws.
  @FunctionalInterface
  public interface Gained {
    void ready() throws InterruptedException;
  }

  /// Where to begin in each partition; a partition that is absent begins at the beginning.
  public interface Positions extends Supplier<Map<TopicPartition, Long>> {}

  private final String name;
  private final FollowedPartitions partitions;
  private final BatchHandler handler;
  private final Consumer<String, byte[]> consumer;
  private final FollowerProgress progress;
  private final TopicLag lag;
  private final Thread thread;
  private Map<TopicPartition, Long> committed = Map.of();
  private volatile boolean closed;
  private volatile boolean rewindWanted;
  private final GainedShare share;
  private Instant tracedSince;

  TopicFollower(
      String name,
      FollowedPartitions partitions,
      Gained gained,
      BatchHandler handler,
      Consumer<String, byte[]> consumer) {
    this.name = name;
    this.partitions = partitions;
    this.progress = new FollowerProgress(name);
    this.handler = handler;
    this.share = new GainedShare(gained);
    this.consumer = consumer;
    this.lag = new TopicLag(consumer);
    this.tracedSince = partitions.shared() ? Instant.EPOCH : Instant.now();
    this.thread = Thread.ofVirtual().name("follow-" + name).unstarted(this::run);
  }

  /// Follows every partition of the topics from the given positions on.
  public static TopicFollower everything(
      String bootstrapServers,
      String name,
      List<Topic<?>> topics,
      Positions from,
      BatchHandler handler) {
    return alone(
        bootstrapServers,
        name,
        new FollowedPartitions(topics, Optional.of(from), Optional.empty()),
        handler);
  }

  /// Follows the partitions in which the records of one user lie, from the given positions on;
  /// others may have theirs there too.
  public static TopicFollower ofUser(
      String bootstrapServers,
      String name,
      List<Topic<?>> topics,
      String user,
      Positions from,
      BatchHandler handler) {
    return alone(
        bootstrapServers,
        name,
        new FollowedPartitions(topics, Optional.of(from), Optional.of(user)),
        handler);
  }

  private static TopicFollower alone(
      String bootstrapServers, String name, FollowedPartitions partitions, BatchHandler handler) {
    return new TopicFollower(
        name, partitions, () -> {}, handler, TopicConsumers.alone(bootstrapServers, name));
  }

  /// Takes a share of the topics' partitions in a group and commits after each batch.
  ///
  /// @param instance stays the same over restarts, so that a killed instance gets its share back
  ///     at once
  public static TopicFollower share(
      String bootstrapServers,
      String group,
      String instance,
      List<Topic<?>> topics,
      BatchHandler handler) {
    return share(bootstrapServers, group, instance, topics, () -> {}, handler);
  }

  /// The same, told whenever this instance is given partitions that another may have had until now.
  ///
  /// @param gained is through before the first of their records is handed over
  public static TopicFollower share(
      String bootstrapServers,
      String group,
      String instance,
      List<Topic<?>> topics,
      Gained gained,
      BatchHandler handler) {
    return new TopicFollower(
        instance,
        new FollowedPartitions(topics, Optional.empty(), Optional.empty()),
        gained,
        handler,
        TopicConsumers.sharing(bootstrapServers, group, instance));
  }

  /// Begins to read.
  public TopicFollower start() {
    thread.start();
    return this;
  }

  /// Returns once everything that was on the topics at the start has been handed over.
  ///
  /// @throws IllegalStateException if that takes longer than `patience`
  public void awaitCaughtUp(Duration patience) throws InterruptedException {
    progress.awaitCaughtUp(patience);
  }

  /// Whether everything that was on the topics at the start has been handed over.
  public boolean caughtUp() {
    return progress.caughtUp();
  }

  /// Whether it has ended, by itself or because it was closed: nothing comes any more.
  public boolean ended() {
    return thread.getState() == Thread.State.TERMINATED;
  }

  /// How many records are on the topics that have not been handled yet, asked of the broker now; of
  /// a share, those of the whole group, so that any of its instances can answer for all.
  ///
  /// @throws IllegalStateException if the broker does not answer
  public long waiting() throws InterruptedException {
    return progress.waiting();
  }

  /// How many records are on the topics that have not been handled yet, as the broker said with the
  /// records that were read last: asks nobody, and waits for nothing. Not a number while unknown.
  public double lag() {
    return lag.told();
  }

  /// Reads everything again from the beginning, as soon as the batch under way is handled.
  public void rewind() {
    rewindWanted = true;
  }

  /// The consumer itself, for its metrics only: it is not thread-safe.
  public Consumer<String, byte[]> consumer() {
    return consumer;
  }

  @Override
  public void close() {
    closed = true;
    if (thread.getState() == Thread.State.NEW) {
      consumer.close();
      return;
    }
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      untilItWorks(() -> partitions.attach(consumer, share));
      while (!closed) {
        untilItWorks(this::step);
      }
    } catch (WakeupException | InterruptedException e) {
      LOG.debug("{} stops", name);
    } finally {
      progress.closed();
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  // A broker that is away comes back, a topic that is not there yet is made by somebody, and a
  // share that was lost is given again.
  private void untilItWorks(Work work) throws InterruptedException {
    while (!closed) {
      try {
        work.run();
        return;
      } catch (WakeupException e) {
        throw e;
      } catch (RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        LOG.warn("{} tries again: {}", name, cause.toString());
        Thread.sleep(FIRST_PAUSE);
      }
    }
  }

  private void step() throws InterruptedException {
    if (rewindWanted) {
      rewindWanted = false;
      tracedSince = Instant.now();
      consumer.seekToBeginning(consumer.assignment());
    }
    List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
    consumer.poll(progress.awaited() ? QUICK_POLL : POLL).forEach(batch::add);
    if (!batch.isEmpty()) {
      lag.look(batch.size());
      try (var _ = BatchTraces.begin(batch, tracedSince)) {
        handle(batch);
      }
    }
    commit();
    lag.look(0);
    progress.answer(this::countWaiting, this::countAll);
  }

  private void handle(List<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try {
        share.awaitReady();
        handler.handle(batch);
        return;
      } catch (RuntimeException e) {
        LOG.warn("{} tries a batch of {} again: {}", name, batch.size(), e.getMessage());
        Thread.sleep(pause);
        pause = longer(pause);
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  // The end of a transaction is passed without a record; uncommitted, it would count as waiting.
  private void commit() {
    if (!partitions.shared()) {
      return;
    }
    Map<TopicPartition, Long> reached = lag.reached();
    if (!reached.equals(committed)) {
      consumer.commitSync();
      committed = reached;
    }
  }

  // Not yet given a share, or about to begin again: whatever is there waits.
  private long countWaiting() {
    return rewindWanted ? 1 : lag.ask().orElse(1);
  }

  private long countAll() {
    return partitions.shared() ? lag.askGroup(partitions.all(consumer)) : countWaiting();
  }
}
