package io.chihiro.ingest.source;

import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.PagedHistory.Page;
import io.chihiro.ingest.source.Walk.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// `a page of a history → those not met before → PLAYS`, one page a call.
///
/// What is new is stored first and the way is written down afterwards: a kill in between reads one
/// page again.
public final class ReadHistory implements Poll {
  private static final Duration SHORT_OVERLAP = Duration.ofHours(1);
  // Last.fm takes listens that are up to a fortnight old.
  private static final Duration LONG_OVERLAP = Duration.ofDays(14);

  private final PagedHistory history;
  private final Connections connections;
  private final Secrets secrets;
  private final PlayDoor door;
  private final Duration interval;
  private final InstantSource clock;

  /// Reads one service.
  ///
  /// @param interval between looks for what is new, once everything old has been read
  public ReadHistory(
      PagedHistory history,
      Connections connections,
      Secrets secrets,
      PlayDoor door,
      Duration interval,
      InstantSource clock) {
    this.history = history;
    this.connections = connections;
    this.secrets = secrets;
    this.door = door;
    this.interval = interval;
    this.clock = clock;
  }

  @Override
  public Connection poll(Connection connection) throws InterruptedException {
    Stretch stretch = connection.walk().next(clock.instant(), overlap(connection.walk()));
    Outcome<Page> outcome = history.page(account(connection), stretch.from(), stretch.to());
    return switch (outcome) {
      case Got<Page>(Page page) -> read(connection, stretch, page);
      case Failed<Page>(Trouble trouble) -> troubled(connection, trouble);
    };
  }

  private Connection troubled(Connection connection, Trouble trouble) {
    return connections.update(
        connection.user(),
        connection.source(),
        each -> each.troubled(trouble, clock.instant(), interval));
  }

  private Account account(Connection connection) {
    String secret = secrets.find(connection.user(), connection.source()).orElse("");
    return new Account(connection.user(), connection.account(), secret);
  }

  private Connection read(Connection before, Stretch stretch, Page page) {
    List<Listen> fresh = before.window().fresh(stretch.fresh(page.listens()));
    door.keep(fresh);
    Walk walk = before.walk().after(stretch, page.listens(), page.last());
    Instant now = clock.instant();
    Instant soonest = walk.stretch().isPresent() ? now : now.plus(interval);
    Instant next = soonest.isAfter(page.notBefore()) ? soonest : page.notBefore();
    return connections.update(
        before.user(),
        before.source(),
        each -> each.read(fresh, walk, each.schedule().answered(now, next, "")));
  }

  // Once a day far back, otherwise a little.
  private Duration overlap(Walk walk) {
    return day(walk.safeUpTo()).equals(day(clock.instant())) ? SHORT_OVERLAP : LONG_OVERLAP;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
