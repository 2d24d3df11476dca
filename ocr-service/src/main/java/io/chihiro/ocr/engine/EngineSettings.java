package io.chihiro.ocr.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who reads the pages. As variables: `CHIHIRO_OCR_CHAIN=vision,paddle`,
/// `CHIHIRO_OCR_VISION_BASE_URL=http://127.0.0.1:11434`, `CHIHIRO_OCR_VISION_MODEL=qwen3-vl:8b`.
@ConfigMapping(prefix = "chihiro.ocr")
public interface EngineSettings {
  /// The engines in the order in which they are asked: `paddle`, `vision`. Unset: the vision
  /// server, if one is configured, and then `paddle`; so `paddle` alone as long as nobody
  /// configured anything, and no page leaves the machine.
  Optional<List<Engines>> chain();

  /// The embedded engine.
  Paddle paddle();

  /// The OpenAI-compatible server.
  Vision vision();

  /// The embedded engine.
  interface Paddle {
    /// Threads that work on one page, 1 or 2; more only take turns.
    @WithDefault("2")
    int threads();
  }

  /// The OpenAI-compatible server.
  interface Vision {
    /// Where it is, with or without `/v1`; `https://api.openai.com`, or one's own
    /// `http://127.0.0.1:11434`. Unset: there is none.
    Optional<URI> baseUrl();

    /// The model to ask; it must be one that sees.
    Optional<String> model();

    /// The key, if the server wants one.
    Optional<String> key();

    /// How long one page may take, from asking to the last byte of the answer.
    @WithDefault("90s")
    Duration timeout();

    /// Whether anything was said about a server.
    default boolean isConfigured() {
      return baseUrl().isPresent() || model().isPresent();
    }

    /// The server to ask, or a sentence that names the setting that is missing.
    default VisionSettings server() {
      return new VisionSettings(
          baseUrl().orElseThrow(() -> missing("base-url")),
          model().orElseThrow(() -> missing("model")),
          key(),
          timeout());
    }

    private static IllegalStateException missing(String setting) {
      return new IllegalStateException(
          "The engine vision is in the chain, but chihiro.ocr.vision.%s is not set."
              .formatted(setting));
    }
  }
}
