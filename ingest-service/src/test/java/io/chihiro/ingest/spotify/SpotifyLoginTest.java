package io.chihiro.ingest.spotify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ingest.source.Connection.State;
import io.chihiro.ingest.source.LiveSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpotifyLoginTest {
  private final Listener owner = new Listener();

  @Test
  void theOwnersClientIdACodeAndItsVerifierMakeALogin() throws InterruptedException {
    URI address = owner.begin();

    assertTrue(address.toString().startsWith("https://accounts.test/authorize?"));
    assertTrue(address.getRawQuery().contains("code_challenge_method=S256"));
    assertTrue(address.getRawQuery().contains("client_id=" + Listener.CLIENT));
    String account =
        Listener.got(owner.spotify.landed(Listener.USER, owner.recorded.agree(address)));
    assertEquals(Listener.CLIENT, account);
    assertEquals(State.CONNECTED, owner.connection().state());
    assertEquals(Optional.of(owner.clock.instant()), owner.connection().consentAt());
  }

  @Test
  void aStateOfSomebodyElseIsRefusedAndNothingIsAsked() throws InterruptedException {
    var _ = owner.begin();

    String said =
        Listener.refused(
            owner.spotify.landed(Listener.USER, Listener.HOME + "?code=stolen&state=forged"));

    assertEquals("This does not belong to a login begun here in the last half hour.", said);
    assertEquals(List.of(), owner.recorded.asked());
  }

  @Test
  void anAddressIsGoodOnce() throws InterruptedException {
    String landed = owner.recorded.agree(owner.begin());
    var _ = Listener.got(owner.spotify.landed(Listener.USER, landed));
    int asked = owner.recorded.asked().size();

    var _ = Listener.refused(owner.spotify.landed(Listener.USER, landed));

    assertEquals(asked, owner.recorded.asked().size());
  }

  @Test
  void anAttemptEndsAfterHalfAnHour() throws InterruptedException {
    String landed = owner.recorded.agree(owner.begin());
    owner.clock.pass(Duration.ofMinutes(31));

    var _ = Listener.refused(owner.spotify.landed(Listener.USER, landed));

    assertEquals(List.of(), owner.recorded.asked());
  }

  @ParameterizedTest
  @CsvSource({"'  ', ' \n'", "'', '#_=_'", "'it says ', ''"})
  void anAddressMayBePastedAsItCameOutOfTheBrowser(String before, String after)
      throws InterruptedException {
    String landed = owner.recorded.agree(owner.begin());

    assertEquals(
        Listener.CLIENT,
        Listener.got(owner.spotify.landed(Listener.USER, before + landed + after)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http://127.0.0.1:8080/connected", "hello", "?code=1", "%%%?&=&"})
  void whatIsNoSuchAddressIsSaidToBeNone(String pasted) throws InterruptedException {
    var _ = owner.begin();

    String said = Listener.refused(owner.spotify.landed(Listener.USER, pasted));

    assertTrue(said.contains("Copy all of it"), said);
  }

  @Test
  void whoSaysNoAtSpotifyIsNotConnected() throws InterruptedException {
    String state = owner.begin().getRawQuery().replaceFirst(".*&state=([^&]*).*", "$1");

    String said =
        Listener.refused(
            owner.spotify.landed(
                Listener.USER, Listener.HOME + "?error=access_denied&state=" + state));

    assertEquals("Spotify was told no.", said);
    assertTrue(owner.connections.all().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/connected",
        "http://192.168.1.2/",
        "ftp://127.0.0.1",
        "x y"
      })
  void anAddressThatSpotifyRefusesIsNotSentThere(String redirect) {
    assertFalse(
        Listener.refused(owner.spotify.begin(Listener.USER, Listener.CLIENT, redirect)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1/connected", "http://[::1]:9/", "https://box.example/connected"})
  void anAddressThatSpotifyTakesIsTaken(String redirect) {
    var _ = Listener.got(owner.spotify.begin(Listener.USER, Listener.CLIENT, redirect));
  }

  @Test
  void aRefreshWithoutANewRefreshTokenKeepsTheOldOne() throws InterruptedException {
    owner.loggedIn();
    String before = owner.recorded.refreshToken();

    owner.live(Duration.ofHours(5));

    assertEquals(before, owner.recorded.refreshToken());
    assertEquals(State.CONNECTED, owner.connection().state());
    assertEquals("", owner.connection().schedule().message());
  }

  @Test
  void aRefreshWithANewRefreshTokenUsesTheNewOne() throws InterruptedException {
    owner.recorded.renewsRefreshTokens();
    owner.loggedIn();
    String before = owner.recorded.refreshToken();

    owner.live(Duration.ofHours(5));

    assertNotEquals(before, owner.recorded.refreshToken());
    assertEquals(State.CONNECTED, owner.connection().state());
    assertEquals("", owner.connection().schedule().message());
  }

  @Test
  void afterSixMonthsTheLoginEndsOnceAndIsNeverTriedAgain() throws InterruptedException {
    owner.loggedIn();
    Instant end = owner.clock.instant().atOffset(ZoneOffset.UTC).plusMonths(6).toInstant();
    owner.clock.set(end.minus(Duration.ofMinutes(2)));
    assertEquals(State.CONNECTED, owner.round().state());

    owner.clock.set(end.plus(Duration.ofHours(2)));
    assertEquals(State.LOGIN_NEEDED, owner.round().state());
    assertEquals(
        "Spotify has ended this login. Log in at Spotify again.",
        owner.connection().schedule().message());
    assertEquals(Optional.empty(), owner.secrets.find(Listener.USER, LiveSource.SPOTIFY));

    int asked = owner.recorded.asked().size();
    owner.live(Duration.ofDays(2));
    assertEquals(asked, owner.recorded.asked().size());
  }

  @Test
  void afterANewLoginWhatWasMissedIsCaughtUpAtOnce() throws InterruptedException {
    owner.loggedIn();
    owner.recorded.played(Items.number(1, owner.clock.instant()));
    owner.clock.pass(Duration.ofDays(200));
    owner.recorded.played(Items.number(2, owner.clock.instant().minus(Duration.ofDays(3))));
    assertEquals(State.LOGIN_NEEDED, owner.round().state());

    owner.loggedIn();

    assertEquals(State.CONNECTED, owner.round().state());
    assertEquals(2, owner.plays.all().size());
    assertEquals(2, owner.connection().tally().told());
  }

  @Test
  void aLoginWhoseSecretIsLostIsAskedForAgain() throws InterruptedException {
    owner.loggedIn();
    owner.secrets.forget(Listener.USER, LiveSource.SPOTIFY);

    assertEquals(State.LOGIN_NEEDED, owner.round().state());
  }

  @Test
  void nothingThatIsPrintedHoldsAToken() throws InterruptedException {
    owner.loggedIn();
    String secret = owner.secrets.find(Listener.USER, LiveSource.SPOTIFY).orElseThrow();
    Tokens tokens = Tokens.read(secret).orElseThrow();

    String printed = tokens + " " + owner.connection() + " " + owner.recorded.asked();

    assertFalse(printed.contains(tokens.access()) || printed.contains(tokens.refresh()), printed);
  }
}
