package io.chihiro.ingest.spotify;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Where Spotify may send somebody back to: https, or http on a loopback literal. `localhost` is
/// refused by Spotify.
final class Redirect {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

  private Redirect() {}

  /// Why this address cannot be used, if it cannot.
  static Optional<String> problem(String address) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException _) {
      return Optional.of("The address to come back to is no address.");
    }
    String host = Optional.ofNullable(uri.getHost()).orElse("");
    if (host.equals("localhost")) {
      return Optional.of(
          "Spotify refuses \"localhost\": open this page at http://127.0.0.1 instead.");
    }
    boolean safe = "https".equals(uri.getScheme()) && !host.isEmpty();
    boolean loopback = "http".equals(uri.getScheme()) && LOOPBACK.contains(host);
    return safe || loopback
        ? Optional.empty()
        : Optional.of(
            "Spotify takes https, or http on 127.0.0.1 or [::1], as the address to come back to.");
  }
}
