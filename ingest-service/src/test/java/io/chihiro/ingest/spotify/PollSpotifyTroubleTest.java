package io.chihiro.ingest.spotify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ingest.source.Connection;
import io.chihiro.ingest.source.Connection.State;
import io.chihiro.ingest.source.ConnectionFiles;
import io.chihiro.ingest.source.InMemorySecrets;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.SetClock;
import io.chihiro.ingest.web.Reply.Silent;
import io.chihiro.keys.Unsealed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Spotify refuses, asks to be left alone, is unwell or slow: no play is lost, and it is not asked
/// too often.
class PollSpotifyTroubleTest {
  private final Listener owner = new Listener();

  @BeforeEach
  void logIn() throws InterruptedException {
    var _ = owner.loggedIn();
  }

  @Test
  void aTokenThatIsRefusedBeforeItsHourIsRenewedOnce() throws InterruptedException {
    owner.playMany(1);
    owner.recorded.endsAccess();

    assertEquals("", owner.round().schedule().message());
    assertEquals(1, owner.plays.all().size());
  }

  @Test
  void aTokenThatIsRefusedThoughItIsNewIsNotRenewedForEver() throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      owner.recorded.answers(RecordedSpotify.answer(401, "{}"));
    }

    Connection now = owner.round();

    assertEquals(
        "Spotify does not take the login it has just given (401).", now.schedule().message());
    assertTrue(owner.recorded.asked().size() <= 5, owner.recorded.asked().toString());
  }

  @Test
  void whoIsForbiddenIsToldWhyAndAskedLater() throws InterruptedException {
    owner.recorded.answers(RecordedSpotify.answer(403, "{\"error\":{\"status\":403}}"));

    Connection now = owner.round();

    assertTrue(now.schedule().message().contains("user management"), now.schedule().message());
    assertEquals(State.CONNECTED, now.state());
    assertEquals(owner.clock.instant().plus(Duration.ofHours(6)), now.due().orElseThrow());
  }

  @Test
  void aLockOutOfTwentyTwoHoursIsKeptOverARestart(@TempDir Path folder)
      throws InterruptedException {
    SetClock clock = new SetClock("2026-06-01T08:00:00Z");
    Listener listener =
        new Listener(
                clock,
                new RecordedSpotify(clock),
                new ConnectionFiles(folder, new Unsealed()).read(),
                new InMemorySecrets())
            .loggedIn();
    listener.recorded.locks(Duration.ofSeconds(79_892));
    var _ = listener.round();
    assertEquals(1, listener.recorded.askedDuringLockOut());

    Listener restarted = listener.restarted(new ConnectionFiles(folder, new Unsealed()).read());
    restarted.live(Duration.ofSeconds(79_892).minus(Duration.ofMinutes(2)));
    assertEquals(1, listener.recorded.askedDuringLockOut(), "only the call that met it");
    assertEquals(
        Optional.of(Instant.parse("2026-06-01T08:00:00Z").plusSeconds(79_892)),
        restarted.connection().schedule().lockedUntil());

    listener.recorded.played(Items.number(1, clock.instant()));
    restarted.live(Duration.ofMinutes(10));
    assertEquals(1, listener.recorded.askedDuringLockOut());
    assertEquals(1, restarted.plays.all().size());
  }

  @Test
  void duringALockOutNeitherALoginNorALookAsksAnything() throws InterruptedException {
    String landed = owner.recorded.agree(owner.begin());
    owner.recorded.locks(Duration.ofHours(24));
    var _ = owner.round();
    int asked = owner.recorded.asked().size();

    String said = Listener.refused(owner.spotify.landed(Listener.USER, landed));
    var _ =
        owner.connections.update(
            Listener.USER, LiveSource.SPOTIFY, each -> each.soon(owner.clock.instant()));
    var _ = owner.round();

    assertEquals("Spotify asks to be left alone for a while.", said);
    assertEquals(asked, owner.recorded.asked().size());
  }

  @Test
  void aLockOutIsNeverReadAsNothingPlayed() throws InterruptedException {
    owner.playMany(3);
    var _ = owner.round();
    owner.recorded.locks(Duration.ofHours(2));

    owner.live(Duration.ofHours(1));

    assertEquals(3, owner.connection().tally().told());
    assertEquals(List.of(), owner.connection().gaps());
  }

  @Test
  void anUnwellSpotifyIsAskedAgainLessAndLessOften() throws InterruptedException {
    owner.playMany(1);
    for (int i = 0; i < 4; i++) {
      owner.recorded.answers(RecordedSpotify.answer(503, "<html>"));
    }
    owner.live(Duration.ofHours(2));

    long before = owner.recorded.asked().stream().filter(path -> path.endsWith("played")).count();
    assertTrue(before < 24, "asked " + before + " times");
    assertEquals(1, owner.plays.all().size());
    assertEquals(0, owner.connection().schedule().failures());
  }

  @Test
  void aSlowOrCutAnswerLosesNothing() throws InterruptedException {
    owner.playMany(2);
    owner.recorded.answers(
        new Silent("did not answer within 30 seconds"),
        RecordedSpotify.answer(200, "{\"items\":[{\"track\":{\"na"),
        RecordedSpotify.answer(200, ""));
    Connection slow = owner.round();
    assertEquals("Spotify did not answer within 30 seconds.", slow.schedule().message());

    owner.live(Duration.ofHours(2));

    assertEquals(2, owner.plays.all().size());
    assertEquals(List.of(), owner.connection().gaps());
  }

  @Test
  void whatCannotBeStoredIsNotRememberedAsHeard() throws InterruptedException {
    owner.playMany(5);
    owner.plays.breaks(true);
    assertEquals(1, owner.round().schedule().failures());

    owner.plays.breaks(false);
    owner.live(Duration.ofHours(1));

    assertEquals(5, owner.plays.all().size());
  }
}
