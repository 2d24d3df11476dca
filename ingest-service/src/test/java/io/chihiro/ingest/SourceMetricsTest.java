package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.ingest.source.Connection.State;
import io.chihiro.ingest.source.InMemoryConnections;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.SetClock;
import io.chihiro.ingest.source.Trouble;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceMetricsTest {
  private static final double DAY_SECONDS = 86_400;

  private final SetClock clock = new SetClock("2026-01-01T00:00:00Z");
  private final InMemoryConnections connections = new InMemoryConnections();
  private final SourceMetrics metrics = new SourceMetrics(connections, clock);

  @Test
  void aSourceThatIsNotConnectedIsNeitherSilentNorAboutToEnd() {
    assertEquals(1, metrics.isIn(LiveSource.SPOTIFY, State.DISCONNECTED));
    assertEquals(0, metrics.isIn(LiveSource.SPOTIFY, State.CONNECTED));
    assertEquals(0, metrics.silence(LiveSource.SPOTIFY));
    assertEquals(0, metrics.loginAge());
    assertEquals(Double.POSITIVE_INFINITY, metrics.loginLeft());
  }

  @Test
  void aConnectionThatNeverAnsweredIsSilentSinceTheLogin() {
    logIn();
    clock.pass(Duration.ofHours(2));

    assertEquals(7200, metrics.silence(LiveSource.SPOTIFY));
    assertEquals(0, metrics.silence(LiveSource.LASTFM));
    assertEquals(1, metrics.isIn(LiveSource.SPOTIFY, State.CONNECTED));
  }

  @Test
  void anAnswerEndsTheSilence() {
    logIn();
    clock.pass(Duration.ofHours(2));
    var _ =
        connections.update(
            "owner",
            LiveSource.SPOTIFY,
            now ->
                now.heard(
                    List.of(),
                    clock.instant(),
                    now.schedule().answered(clock.instant(), clock.instant(), "")));
    clock.pass(Duration.ofMinutes(3));

    assertEquals(180, metrics.silence(LiveSource.SPOTIFY));
  }

  @Test
  void aLoginEndsSixMonthsAfterConsent() {
    logIn();
    clock.pass(Duration.ofDays(180));

    assertEquals(DAY_SECONDS, metrics.loginLeft());
    assertEquals(180 * DAY_SECONDS, metrics.loginAge());
    clock.pass(Duration.ofDays(5));
    assertEquals(0, metrics.loginLeft());
  }

  @Test
  void aSourceThatNeedsALoginIsNotCalledSilent() {
    logIn();
    var _ =
        connections.update(
            "owner",
            LiveSource.SPOTIFY,
            now ->
                now.troubled(
                    new Trouble.LoginNeeded("Log in again."),
                    clock.instant(),
                    Duration.ofMinutes(5)));
    clock.pass(Duration.ofHours(2));

    assertEquals(1, metrics.isIn(LiveSource.SPOTIFY, State.LOGIN_NEEDED));
    assertEquals(0, metrics.silence(LiveSource.SPOTIFY));
  }

  private void logIn() {
    var _ =
        connections.update(
            "owner", LiveSource.SPOTIFY, now -> now.loggedIn("client", clock.instant()));
  }
}
