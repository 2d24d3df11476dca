package io.chihiro.ingest.spotify;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.ingest.source.Outcome;
import io.chihiro.ingest.source.Outcome.Failed;
import io.chihiro.ingest.source.Outcome.Got;
import io.chihiro.ingest.source.Trouble.Refused;
import io.chihiro.ingest.spotify.SpotifyCalls.Told;
import io.chihiro.ingest.web.Ask;
import java.util.Map;
import java.util.Optional;

/// Reading from Spotify with the owner's login. Thread-safe.
final class SpotifyApi {
  private static final int NO_TOKEN = 401;
  private static final int FORBIDDEN = 403;

  private final SpotifyAddresses addresses;
  private final SpotifyCalls calls;
  private final SpotifyLogin login;

  SpotifyApi(SpotifyAddresses addresses, SpotifyCalls calls, SpotifyLogin login) {
    this.addresses = addresses;
    this.calls = calls;
    this.login = login;
  }

  /// What lies at an address under `/v1`. A token that is refused before its hour is renewed once.
  Outcome<JsonNode> get(String user, String path, Map<String, String> query)
      throws InterruptedException {
    return login.token(user, Optional.empty()).then(tokens -> get(user, path, query, tokens));
  }

  private Outcome<JsonNode> get(String user, String path, Map<String, String> query, Tokens tokens)
      throws InterruptedException {
    Outcome<Told> first = once(user, path, query, tokens);
    if (first instanceof Got<Told>(Told told) && told.status() == NO_TOKEN) {
      return login
          .token(user, Optional.of(tokens.access()))
          .then(renewed -> once(user, path, query, renewed))
          .then(SpotifyApi::content);
    }
    return first.then(SpotifyApi::content);
  }

  private Outcome<Told> once(String user, String path, Map<String, String> query, Tokens tokens)
      throws InterruptedException {
    Map<String, String> headers = Map.of("Authorization", "Bearer " + tokens.access());
    return calls.ask(user, Ask.get(addresses.api(path, query), headers));
  }

  private static Outcome<JsonNode> content(Told told) {
    return told.fine() ? new Got<>(told.body()) : new Failed<>(new Refused(no(told.status())));
  }

  private static String no(int status) {
    return switch (status) {
      case NO_TOKEN -> "Spotify does not take the login it has just given (401).";
      case FORBIDDEN ->
          "Spotify forbids this (403): the application's owner needs Premium, and your account must"
              + " stand in the application's user management.";
      default -> "Spotify does not answer this call (" + status + ").";
    };
  }
}
