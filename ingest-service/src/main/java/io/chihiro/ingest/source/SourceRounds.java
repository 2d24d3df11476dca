package io.chihiro.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Asks every source that is due, one after the other. Thread-safe.
public final class SourceRounds {
  private static final Logger LOG = Logger.getLogger(SourceRounds.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Connections connections;
  private final Map<LiveSource, Poll> polls;
  private final InstantSource clock;
  private final BiConsumer<LiveSource, Connection> polled;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  /// Rounds over these sources.
  ///
  /// @param polled told of each poll, for the metrics
  public SourceRounds(
      Connections connections,
      Map<LiveSource, Poll> polls,
      InstantSource clock,
      BiConsumer<LiveSource, Connection> polled) {
    this.connections = connections;
    this.polls = Map.copyOf(polls);
    this.clock = clock;
    this.polled = polled;
  }

  /// Asks whatever is due.
  ///
  /// @return when the next one is; empty if nothing is connected
  public Optional<Instant> round() throws InterruptedException {
    for (Connection each : connections.all()) {
      if (isDue(each)) {
        turn(each);
      }
    }
    return connections.all().stream()
        .map(Connection::due)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder());
  }

  /// Does something while nothing is being asked.
  public <T> T undisturbed(Supplier<T> work) {
    oneAtATime.lock();
    try {
      return work.get();
    } finally {
      oneAtATime.unlock();
    }
  }

  private boolean isDue(Connection each) {
    return each.due().filter(due -> !due.isAfter(clock.instant())).isPresent();
  }

  private void turn(Connection each) throws InterruptedException {
    oneAtATime.lock();
    try {
      // It may have been let go while it waited its turn.
      List<Connection> still = connections.find(each.user(), each.source()).stream().toList();
      for (Connection connection : still) {
        poll(connection);
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private void poll(Connection connection) throws InterruptedException {
    Poll poll = polls.get(connection.source());
    if (poll == null || !isDue(connection)) {
      return;
    }
    try {
      polled.accept(connection.source(), poll.poll(connection));
    } catch (RuntimeException e) {
      // Our own side failed: nothing is remembered as heard, so nothing is lost.
      LOG.warnf("%s is asked again: %s", connection.source().title(), e.getClass().getSimpleName());
      Trouble ours = new Trouble.Unwell("What was heard could not be stored; it is tried again.");
      connections.update(
          connection.user(),
          connection.source(),
          now -> now.troubled(ours, clock.instant(), PAUSE));
    }
  }
}
