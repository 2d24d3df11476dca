package io.chihiro.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Song;
import io.chihiro.events.TrackPlayed;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.Trouble.LockedOut;
import io.chihiro.ingest.source.Trouble.Unwell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadHistoryTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int PAGE = 10;

  private final SetClock clock = new SetClock("2026-06-01T08:00:00Z");
  private final InMemoryHistory history = new InMemoryHistory();
  private final InMemoryPlays plays = new InMemoryPlays();
  private final Connections connections = new InMemoryConnections();
  private final SourceRounds rounds =
      new SourceRounds(
          connections,
          Map.of(
              LiveSource.LASTFM,
              new ReadHistory(history, connections, new InMemorySecrets(), plays, QUARTER, clock)),
          clock,
          (_, _) -> {});

  @BeforeEach
  void connect() {
    var _ =
        connections.update(
            "owner", LiveSource.LASTFM, each -> each.loggedIn("me", clock.instant()));
  }

  @Test
  void everythingBackToTheFirstListenIsReadPageByPage() throws InterruptedException {
    scrobble(237, Duration.ofHours(30));

    rounds(60);

    assertEquals(237, plays.all().size());
    assertEquals(237, connection().tally().stored());
    assertEquals(237, plays.writes());
    assertEquals(Optional.empty(), connection().walk().stretch());
  }

  @Test
  void aWholePageOfOneSecondDoesNotStopTheWayBack() throws InterruptedException {
    scrobble(15, Duration.ofMinutes(4));
    for (int i = 0; i < 4; i++) {
      history.listens.add(listen(clock.instant().minusSeconds(86_400), "twin " + i));
    }
    for (int i = 0; i < PAGE; i++) {
      history.listens.add(listen(clock.instant().minusSeconds(172_800), "triplet " + i));
    }
    scrobbleBefore(clock.instant().minusSeconds(200_000), 15);

    rounds(60);

    assertEquals(15 + 4 + PAGE + 15, plays.all().size());
  }

  @Test
  void whatIsNewIsReadWithoutReadingTheOldAgain() throws InterruptedException {
    scrobble(100, Duration.ofHours(30));
    rounds(60);
    int asked = history.asked;

    clock.pass(Duration.ofMinutes(10));
    history.listens.add(listen(clock.instant(), "new"));
    clock.pass(Duration.ofMinutes(10));
    rounds(5);

    assertEquals(101, plays.all().size());
    assertEquals(asked + 1, history.asked);
    assertEquals(101, connection().tally().stored());
  }

  @Test
  void whatComesAWeekLateIsFoundOnTheNextDay() throws InterruptedException {
    scrobble(30, Duration.ofHours(5));
    rounds(20);

    history.listens.add(listen(clock.instant().minus(Duration.ofDays(7)), "from the offline days"));
    clock.pass(Duration.ofDays(1));
    rounds(20);

    assertEquals(31, plays.all().size());
    assertEquals(31, connection().tally().stored(), "and nothing is counted twice");
  }

  @Test
  void aFailureInTheMiddleGoesOnWhereItWas() throws InterruptedException {
    scrobble(95, Duration.ofHours(3));
    rounds(4);
    history.next.add(new Unwell("Last.fm is unwell (503)."));
    rounds(1);
    assertEquals("Last.fm is unwell (503).", connection().schedule().message());

    clock.pass(Duration.ofHours(1));
    rounds(20);

    assertEquals(95, plays.all().size());
    assertEquals(95, plays.writes());
  }

  @Test
  void listensThatComeDuringTheWayBackAreNotLost() throws InterruptedException {
    scrobble(60, Duration.ofHours(3));
    for (int i = 0; i < 20; i++) {
      rounds(1);
      clock.pass(Duration.ofMinutes(4));
      history.listens.add(listen(clock.instant(), "meanwhile " + i));
    }
    clock.pass(QUARTER);
    rounds(20);

    assertEquals(80, plays.all().size());
  }

  @Test
  void duringALockOutNothingIsAsked() throws InterruptedException {
    scrobble(95, Duration.ofHours(3));
    history.next.add(new LockedOut(clock.instant().plus(Duration.ofHours(3)), "Wait."));
    rounds(1);
    int asked = history.asked;
    for (int i = 0; i < 170; i++) {
      clock.pass(Duration.ofMinutes(1));
      rounds(1);
    }
    assertEquals(asked, history.asked);

    clock.pass(Duration.ofMinutes(10));
    rounds(30);
    assertEquals(95, plays.all().size());
  }

  @Test
  void anotherAccountIsReadFromItsOwnBeginning() throws InterruptedException {
    scrobble(25, Duration.ofHours(3));
    rounds(20);
    scrobbleBefore(clock.instant().minus(Duration.ofDays(400)), 25);
    var _ =
        connections.update(
            "owner", LiveSource.LASTFM, each -> each.loggedIn("other", clock.instant()));

    rounds(20);

    assertEquals(50, plays.all().size());
  }

  @Test
  void somebodyWithoutListensIsNoTrouble() throws InterruptedException {
    rounds(3);

    assertEquals("", connection().schedule().message());
    assertTrue(connection().walk().stretch().isEmpty());
  }

  private Connection connection() {
    return connections.find("owner", LiveSource.LASTFM).orElseThrow();
  }

  private void rounds(int number) throws InterruptedException {
    for (int i = 0; i < number; i++) {
      var _ = rounds.round();
    }
  }

  private void scrobble(int number, Duration apart) {
    for (int i = 0; i < number; i++) {
      history.listens.add(listen(clock.instant().minus(apart.multipliedBy(i)), "song " + i));
    }
  }

  private void scrobbleBefore(Instant end, int number) {
    for (int i = 0; i < number; i++) {
      history.listens.add(listen(end.minusSeconds(300L * i), "old " + i));
    }
  }

  private static Listen listen(Instant at, String title) {
    Song song = new Song(title, "The Harbour Lights");
    return new Listen.Kept(
        new TrackPlayed(
            "owner",
            ListenId.of(LiveSource.LASTFM, at, song.identity()),
            song,
            Optional.empty(),
            Optional.empty(),
            at,
            0,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            TrackPlayed.Source.LAST_FM),
        at);
  }

  /// A history of ten listens a page.
  private static final class InMemoryHistory implements PagedHistory {
    private final List<Listen> listens = new ArrayList<>();
    private final Deque<Trouble> next = new ArrayDeque<>();
    private int asked;

    @Override
    public Outcome<Page> page(Account account, Instant from, Instant to) {
      asked++;
      if (!next.isEmpty()) {
        return new Failed<>(next.removeFirst());
      }
      List<Listen> inside =
          listens.stream()
              .filter(each -> !each.at().isBefore(from) && each.at().isBefore(to))
              .sorted(Comparator.comparing(Listen::at).reversed())
              .toList();
      return new Got<>(
          new Page(
              inside.subList(0, Math.min(PAGE, inside.size())),
              inside.size() <= PAGE,
              Instant.EPOCH));
    }
  }
}
