package io.chihiro.ingest.spotify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a login gave.
///
/// @param access good for an hour
/// @param refresh good for six months from the owner's consent
/// @param endsAt when `access` ends
record Tokens(String clientId, String access, String refresh, Instant endsAt) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long AN_HOUR_SECONDS = 3600;
  // A token that ends on its way to Spotify is no use.
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /// Reads Spotify's answer. A refresh that brings no new refresh token leaves the old one good.
  static Optional<Tokens> read(String clientId, JsonNode told, String oldRefresh, Instant now) {
    String access = told.path("access_token").asText("");
    String refresh = told.path("refresh_token").asText(oldRefresh);
    if (access.isEmpty() || refresh.isEmpty()) {
      return Optional.empty();
    }
    long seconds = told.path("expires_in").asLong(AN_HOUR_SECONDS);
    return Optional.of(new Tokens(clientId, access, refresh, now.plusSeconds(seconds)));
  }

  boolean fresh(Instant now) {
    return now.isBefore(endsAt.minus(MARGIN));
  }

  /// As kept among the secrets.
  String written() {
    ObjectNode node = JSON.createObjectNode();
    node.put("clientId", clientId);
    node.put("access", access);
    node.put("refresh", refresh);
    node.put("endsAt", endsAt.getEpochSecond());
    return node.toString();
  }

  /// Reads what was kept; empty if it is something else.
  static Optional<Tokens> read(String written) {
    try {
      JsonNode node = JSON.readTree(written);
      Instant endsAt = Instant.ofEpochSecond(node.path("endsAt").asLong());
      return Optional.of(
              new Tokens(
                  node.path("clientId").asText(""),
                  node.path("access").asText(""),
                  node.path("refresh").asText(""),
                  endsAt))
          .filter(tokens -> !tokens.refresh.isEmpty());
    } catch (JsonProcessingException _) {
      // Written by something else: as good as none.
      return Optional.empty();
    }
  }

  /// None of it.
  @Override
  public String toString() {
    return "Tokens";
  }
}
