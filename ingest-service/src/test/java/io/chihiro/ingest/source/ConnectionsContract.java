package io.chihiro.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every ledger of connections does.
abstract class ConnectionsContract {
  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  /// The ledger under test, empty.
  abstract Connections connections();

  /// The same ledger after the process was killed.
  abstract Connections reopened();

  @Test
  void whatNeverWasIsNotFound() {
    assertEquals(Optional.empty(), connections().find("owner", LiveSource.SPOTIFY));
    assertEquals(List.of(), connections().all());
  }

  @Test
  void everythingOfAConnectionOutlivesAKill() {
    Connection written = connections().update("owner", LiveSource.SPOTIFY, _ -> full());

    assertEquals(full(), written);
    assertEquals(Optional.of(full()), reopened().find("owner", LiveSource.SPOTIFY));
  }

  @Test
  void changesFollowOneAnother() {
    Connections connections = connections();
    for (int i = 0; i < 20; i++) {
      var _ =
          connections.update(
              "owner",
              LiveSource.LASTFM,
              each -> each.read(one(), Walk.BEGINNING, each.schedule()));
    }

    assertEquals(20, connections.find("owner", LiveSource.LASTFM).orElseThrow().tally().told());
  }

  @Test
  void peopleAndSourcesAreKeptApart() {
    Connections connections = connections();
    var _ = connections.update("ana", LiveSource.SPOTIFY, each -> each.loggedIn("a", NOW));
    var _ = connections.update("ben", LiveSource.SPOTIFY, each -> each.loggedIn("b", NOW));
    var _ = connections.update("ana", LiveSource.LASTFM, each -> each.loggedIn("c", NOW));

    assertEquals("a", connections.find("ana", LiveSource.SPOTIFY).orElseThrow().account());
    assertEquals("b", connections.find("ben", LiveSource.SPOTIFY).orElseThrow().account());
    assertEquals(3, connections.all().size());
  }

  private static List<Listen> one() {
    return List.of(new Listen.Dropped("x", NOW, Listen.NO_TITLE));
  }

  private static Connection full() {
    Trouble lock = new Trouble.LockedOut(NOW.plusSeconds(79_892), "Wait.");
    Walk walk =
        new Walk(
            Instant.EPOCH,
            Optional.of(new Walk.Stretch(Instant.EPOCH, NOW, NOW, List.of("lastfm-1-ab"))));
    return new Connection(
        "owner",
        LiveSource.SPOTIFY,
        Connection.State.CONNECTED,
        "client",
        Optional.of(NOW),
        Schedule.fresh(NOW).answered(NOW, NOW, "").troubled(lock, NOW, Duration.ofMinutes(5)),
        new Tally(12, 10, Map.of("podcast", 2L)),
        new Window(List.of(new Window.Known("spotify-1-ab", NOW))),
        walk,
        List.of(new Gap(NOW.minusSeconds(9), NOW, NOW, Optional.of(NOW))),
        List.of(new PrivateTime(NOW.minusSeconds(9), NOW)),
        new Lists(NOW, Map.of("spotify-1", "v1")));
  }
}
