package io.chihiro.ingest.source;

import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Plays first, and playlists once a day behind them: lists are never worth a play.
public final class ReadLists implements Poll {
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Poll plays;
  private final ListSource lists;
  private final Connections connections;
  private final InstantSource clock;

  public ReadLists(Poll plays, ListSource lists, Connections connections, InstantSource clock) {
    this.plays = plays;
    this.lists = lists;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public Connection poll(Connection connection) throws InterruptedException {
    Connection polled = plays.poll(connection);
    return due(polled) ? look(polled) : polled;
  }

  private boolean due(Connection polled) {
    Instant now = clock.instant();
    boolean well =
        polled.state() == Connection.State.CONNECTED
            && polled.schedule().failures() == 0
            && !polled.schedule().lockedOut(now);
    return well && polled.walk().stretch().isEmpty() && !polled.lists().nextLook().isAfter(now);
  }

  private Connection look(Connection polled) throws InterruptedException {
    Outcome<Lists> outcome = lists.read(polled);
    return switch (outcome) {
      case Got<Lists>(Lists known) -> update(polled, known);
      case Failed<Lists>(Trouble trouble) -> troubled(polled, trouble);
    };
  }

  private Connection update(Connection polled, Lists known) {
    return connections.update(polled.user(), polled.source(), each -> each.listed(known));
  }

  // A list that cannot be read does not stop the plays; a lock-out and an ended login do.
  private Connection troubled(Connection polled, Trouble trouble) {
    Instant now = clock.instant();
    return connections.update(
        polled.user(),
        polled.source(),
        each -> {
          Connection later = each.listed(each.lists().later(now.plus(PAUSE)));
          return switch (trouble) {
            case Trouble.LockedOut _, Trouble.LoginNeeded _ -> later.troubled(trouble, now, PAUSE);
            case Trouble.Refused _, Trouble.Unwell _ -> later;
          };
        });
  }
}
