package io.chihiro.models.tastes.text;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// A server that speaks OpenAI's `chat/completions`: OpenAI itself, or one's own with Ollama, vLLM
/// or llama.cpp.
///
/// @param base its address, without `/v1`
/// @param model the model's name there
/// @param key where it wants one
/// @param timeout of one answer
public record SummaryServer(URI base, String model, Optional<String> key, Duration timeout) {
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

  public SummaryServer {
    if (model.isBlank() || !timeout.isPositive() || base.getHost() == null) {
      throw new IllegalArgumentException(
          "a server of summaries needs an address with a host, a model and a timeout");
    }
  }

  /// The usual timeout.
  public SummaryServer(URI base, String model, Optional<String> key) {
    this(base, model, key, USUAL_TIMEOUT);
  }

  URI completions() {
    String address = base.toString();
    return URI.create(
        (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
            + "/v1/chat/completions");
  }

  /// Without the key.
  @Override
  public String toString() {
    return model + " at " + base.getHost();
  }
}
