package io.chihiro.ingest.spotify;

import io.chihiro.ingest.web.Ask;
import java.net.URI;
import java.util.Map;

/// Where Spotify answers.
///
/// @param accounts for logging in
/// @param api for everything else
public record SpotifyAddresses(URI accounts, URI api) {
  URI authorize(Map<String, String> query) {
    return Ask.address(accounts, "/authorize", query);
  }

  URI token() {
    return Ask.address(accounts, "/api/token", Map.of());
  }

  URI api(String path, Map<String, String> query) {
    return Ask.address(api, "/v1" + path, query);
  }
}
