package io.chihiro.ingest.spotify;

import io.chihiro.keys.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/// One attempt to log in: authorization code with PKCE (RFC 7636), so that no client secret exists.
///
/// @param state `user.random`: says that an answer belongs to this attempt, and whose it is
/// @param verifier proves to Spotify that who asks for the tokens is who began
/// @param redirect where Spotify sends the owner afterwards
record LoginAttempt(
    String user, String clientId, String redirect, String state, String verifier, Instant begunAt) {
  /// Reading the latest plays, the private mark of the player, and the owner's playlists.
  static final String SCOPES =
      "user-read-recently-played user-read-playback-state playlist-read-private";

  private static final int RANDOM_BYTES = 48;
  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  static LoginAttempt begin(
      String user, String clientId, String redirect, SecureRandom random, Instant now) {
    String state = user + "." + letters(random);
    return new LoginAttempt(user, clientId, redirect, state, letters(random), now);
  }

  /// What the owner is sent to Spotify with.
  Map<String, String> query() {
    return Map.of(
        "response_type", "code",
        "client_id", clientId,
        "redirect_uri", redirect,
        "scope", SCOPES,
        "state", state,
        "code_challenge_method", "S256",
        "code_challenge", challenge());
  }

  /// What the code is exchanged with.
  Map<String, String> exchange(String code) {
    return Map.of(
        "grant_type", "authorization_code",
        "code", code,
        "redirect_uri", redirect,
        "client_id", clientId,
        "code_verifier", verifier);
  }

  boolean matches(String shown) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  private String challenge() {
    return URL_SAFE.encodeToString(
        Sha256.begun().digest(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String letters(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return URL_SAFE.encodeToString(bytes);
  }

  /// Whose it is, and none of its secrets.
  @Override
  public String toString() {
    return "LoginAttempt of " + user;
  }
}
