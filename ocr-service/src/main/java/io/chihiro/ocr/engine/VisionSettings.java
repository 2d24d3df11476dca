package io.chihiro.ocr.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where an OpenAI-compatible server is and what to ask it for.
///
/// @param baseUrl with or without `/v1` at its end
/// @param model the name the server knows it by
/// @param key what the server wants to know us by, if anything
/// @param timeout for one page, from asking to the last byte of the answer
public record VisionSettings(URI baseUrl, String model, Optional<String> key, Duration timeout) {
  public VisionSettings {
    if (!"http".equals(baseUrl.getScheme()) && !"https".equals(baseUrl.getScheme())) {
      throw new IllegalArgumentException(
          "the vision server's base URL must begin with http:// or https://");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("the vision server's model must be named");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException(
          "the vision server's timeout must be positive: " + timeout);
    }
  }

  /// Where the pages are sent to.
  URI completions() {
    var base = baseUrl.toString().replaceFirst("/+$", "");
    return URI.create(base + (base.endsWith("/v1") ? "" : "/v1") + "/chat/completions");
  }

  /// Whether pages leave this machine.
  public boolean sends() {
    return !Loopback.is(baseUrl);
  }

  /// Without the key, which belongs in no log.
  @Override
  public String toString() {
    return "VisionSettings[baseUrl=%s, model=%s, timeout=%s]".formatted(baseUrl, model, timeout);
  }
}
