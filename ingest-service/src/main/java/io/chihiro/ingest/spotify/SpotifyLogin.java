package io.chihiro.ingest.spotify;

import io.chihiro.ingest.source.Connections;
import io.chihiro.ingest.source.LiveSource;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.Secrets;
import io.chihiro.ingest.source.Trouble;
import io.chihiro.ingest.source.Trouble.LoginNeeded;
import io.chihiro.ingest.source.Trouble.Refused;
import io.chihiro.ingest.spotify.SpotifyCalls.Told;
import io.chihiro.ingest.web.Ask;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Logging in at Spotify with the owner's own client id, and keeping the login alive. Thread-safe.
final class SpotifyLogin {
  private static final Duration ATTEMPT_LASTS = Duration.ofMinutes(30);
  private static final String LOG_IN = "Log in at Spotify again.";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SpotifyAddresses addresses;
  private final SpotifyCalls calls;
  private final Connections connections;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Map<String, LoginAttempt> attempts = new ConcurrentHashMap<>();

  SpotifyLogin(
      SpotifyAddresses addresses,
      SpotifyCalls calls,
      Connections connections,
      Secrets secrets,
      InstantSource clock) {
    this.addresses = addresses;
    this.calls = calls;
    this.connections = connections;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// Begins to log in; an attempt begun before is given up.
  ///
  /// @return the address at Spotify that the owner opens, or why it cannot be
  Outcome<URI> begin(String user, String clientId, String redirect) {
    Optional<String> wrong = Redirect.problem(redirect);
    if (wrong.isPresent()) {
      return new Failed<>(new Refused(wrong.get()));
    }
    if (!clientId.matches("[A-Za-z0-9]{16,64}")) {
      return new Failed<>(
          new Refused("A client id is 32 letters and digits, from your application at Spotify."));
    }
    LoginAttempt attempt = LoginAttempt.begin(user, clientId, redirect, RANDOM, clock.instant());
    attempts.put(user, attempt);
    return new Got<>(addresses.authorize(attempt.query()));
  }

  /// Ends to log in with the address the owner landed on.
  ///
  /// @return the client id, or why there is no login; what was connected before then stays so
  Outcome<String> landed(String user, String address) throws InterruptedException {
    return switch (Landed.read(address)) {
      case Landed.Unusable(String sentence) -> new Failed<>(new Refused(sentence));
      case Landed.Declined(String _, String state) ->
          attempt(user, state).then(_ -> new Failed<>(new Refused("Spotify was told no.")));
      case Landed.Agreed(String code, String state) ->
          attempt(user, state).then(attempt -> exchange(attempt, code));
    };
  }

  // An attempt is good once, whatever comes of it.
  private Outcome<LoginAttempt> attempt(String user, String state) {
    Instant earliest = clock.instant().minus(ATTEMPT_LASTS);
    LoginAttempt attempt = attempts.get(user);
    if (attempt == null || !attempt.matches(state) || attempt.begunAt().isBefore(earliest)) {
      return new Failed<>(
          new Refused("This does not belong to a login begun here in the last half hour."));
    }
    attempts.remove(user, attempt);
    return new Got<>(attempt);
  }

  private Outcome<String> exchange(LoginAttempt attempt, String code) throws InterruptedException {
    return calls
        .ask(attempt.user(), Ask.form(addresses.token(), attempt.exchange(code)))
        .then(told -> tokens(attempt.user(), attempt.clientId(), told, ""))
        .map(_ -> connected(attempt));
  }

  private String connected(LoginAttempt attempt) {
    connections.update(
        attempt.user(),
        LiveSource.SPOTIFY,
        each -> each.loggedIn(attempt.clientId(), clock.instant()));
    return attempt.clientId();
  }

  /// A token that is good now.
  ///
  /// @param refused a token that Spotify has just refused, if there is one
  Outcome<Tokens> token(String user, Optional<String> refused) throws InterruptedException {
    Optional<Tokens> kept = secrets.find(user, LiveSource.SPOTIFY).flatMap(Tokens::read);
    if (kept.isEmpty()) {
      return new Failed<>(new LoginNeeded("The login at Spotify cannot be read. " + LOG_IN));
    }
    Tokens tokens = kept.get();
    boolean good = tokens.fresh(clock.instant()) && !refused.equals(Optional.of(tokens.access()));
    return good ? new Got<>(tokens) : refresh(user, tokens);
  }

  private Outcome<Tokens> refresh(String user, Tokens old) throws InterruptedException {
    Map<String, String> form =
        Map.of(
            "grant_type", "refresh_token",
            "refresh_token", old.refresh(),
            "client_id", old.clientId());
    return calls
        .ask(user, Ask.form(addresses.token(), form))
        .then(told -> tokens(user, old.clientId(), told, old.refresh()));
  }

  private Outcome<Tokens> tokens(String user, String clientId, Told told, String oldRefresh) {
    if (!told.fine()) {
      return new Failed<>(denied(user, told, oldRefresh));
    }
    Optional<Tokens> read = Tokens.read(clientId, told.body(), oldRefresh, clock.instant());
    read.ifPresent(tokens -> secrets.keep(user, LiveSource.SPOTIFY, tokens.written()));
    return read.<Outcome<Tokens>>map(Got::new)
        .orElseGet(() -> new Failed<>(new Refused("Spotify's answer holds no token.")));
  }

  // A refresh token that Spotify no longer takes is never shown to it again.
  private Trouble denied(String user, Told told, String oldRefresh) {
    String error = told.body().path("error").asText("");
    if (oldRefresh.isEmpty()) {
      return new Refused(
          error.equals("invalid_client")
              ? "Spotify does not know this client id."
              : "Spotify did not take this login: begin it again.");
    }
    if (error.equals("invalid_grant")) {
      secrets.forget(user, LiveSource.SPOTIFY);
      return new LoginNeeded("Spotify has ended this login. " + LOG_IN);
    }
    return new Refused("Spotify did not renew the login (" + told.status() + ").");
  }
}
