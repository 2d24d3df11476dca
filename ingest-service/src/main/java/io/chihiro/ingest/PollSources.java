package io.chihiro.ingest;

import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.ConnectionFiles;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.LoginAge;
import io.chihiro.ingest.source.SourceRounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Keeps asking the sources that the owner has connected; asks nobody else.
@Startup
@ApplicationScoped
public class PollSources {
  private static final Logger LOG = Logger.getLogger(PollSources.class);
  // A clock may be set, and a machine may sleep: nobody waits longer than this without looking.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final SourceRounds rounds;
  private final ConnectionFiles connections;
  private final CloseGaps gaps;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Map<String, LoginAge.Warning> warned = new ConcurrentHashMap<>();
  private final BlockingQueue<Boolean> calls = new LinkedBlockingQueue<>();
  private final Thread worker = Thread.ofVirtual().name("poll-sources").unstarted(this::work);

  public PollSources(
      SourceRounds rounds,
      ConnectionFiles connections,
      CloseGaps gaps,
      MeterRegistry meters,
      InstantSource clock) {
    this.rounds = rounds;
    this.connections = connections;
    this.gaps = gaps;
    this.meters = meters;
    this.clock = clock;
  }

  @PostConstruct
  void start() {
    new SourceMetrics(connections, clock).measure(meters);
  }

  /// Begins with the connections that are written down, now that the files are this copy's.
  void begin() {
    connections.read();
    worker.start();
  }

  @PreDestroy
  void stop() {
    worker.interrupt();
  }

  /// Looks at once for what is due.
  public void wake() {
    calls.add(true);
  }

  private void work() {
    try {
      while (true) {
        Duration wait = round();
        if (calls.poll(wait.toMillis(), TimeUnit.MILLISECONDS) != null) {
          calls.clear();
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("polling stops");
    }
  }

  private Duration round() throws InterruptedException {
    try {
      gaps.look();
      of(LiveSource.SPOTIFY).forEach(this::warn);
      Instant next = rounds.round().orElse(Instant.MAX);
      Instant longest = clock.instant().plus(LONGEST_WAIT);
      Duration wait = Duration.between(clock.instant(), next.isBefore(longest) ? next : longest);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (RuntimeException e) {
      LOG.warnf("a round over the sources failed: %s", e.getClass().getSimpleName());
      return PAUSE;
    }
  }

  // Once at thirty days, once at seven, and once more after each start.
  private void warn(Connection connection) {
    Instant now = clock.instant();
    Optional<LoginAge> age =
        connection.consentAt().filter(_ -> connection.due().isPresent()).map(LoginAge::new);
    LoginAge.Warning due = age.map(each -> each.warning(now)).orElse(LoginAge.Warning.NONE);
    LoginAge.Warning before = warned.put(connection.user(), due);
    if (due != LoginAge.Warning.NONE && due != before) {
      LOG.warnf(
          "the login at Spotify ends in %d days: log in again on the page of the sources",
          age.map(each -> each.daysLeft(now)).orElse(0L));
    }
  }

  private Stream<Connection> of(LiveSource source) {
    return connections.all().stream().filter(each -> each.source() == source);
  }
}
