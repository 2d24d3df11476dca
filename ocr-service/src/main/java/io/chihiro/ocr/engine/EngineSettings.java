package io.chihiro.ocr.engine;

import io.chihiro.events.EnginesChosen.Server;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Who can read the pages, and how they are asked; each user chooses
/// among them. As variables: `CHIHIRO_OCR_VISION_BASE_URL=http://127.0.0.1:11434`,
/// `CHIHIRO_OCR_VISION_MODEL=qwen3-vl:8b`.
@ConfigMapping(prefix = "chihiro.ocr")
public interface EngineSettings {
  /// The engines in the order in which they are asked for a user who has chosen none. Unset: the
  /// vision server, if there is one, and then `paddle`.
  Optional<List<Engines>> chain();

  /// The embedded engine.
  Paddle paddle();

  /// The second engine inside this process.
  Tesseract tesseract();

  /// The OpenAI-compatible server.
  Vision vision();

  /// Google Cloud Vision.
  Google google();

  /// All engines that are asked over a line.
  Remote remote();

  /// The embedded engine.
  interface Paddle {
    /// Threads that work on one page, 1 or 2; more only take turns.
    @WithDefault("2")
    int threads();

    /// Pages it reads at the same time; each keeps one or two processors busy for a second or so.
    @WithDefault("1")
    int pages();
  }

  /// The second engine inside this process.
  interface Tesseract {
    /// Languages of the pages, joined by `+`, such as `eng+deu`. English comes along; Debian's
    /// packages `tesseract-ocr-deu` and so on have the others.
    @WithDefault("eng")
    String languages();

    /// The folder of the trained data. Unset: what comes along, or where Debian puts them.
    Optional<Path> data();
  }

  /// Google Cloud Vision, which is sent a page only for a user who has switched it on.
  interface Google {
    /// Where it is.
    @WithDefault("https://vision.googleapis.com")
    URI baseUrl();

    /// The key; without it nothing is asked.
    Optional<String> key();

    /// How long one page may take, from asking to the last byte of the answer.
    @WithDefault("60s")
    Duration timeout();
  }

  /// The OpenAI-compatible server.
  interface Vision {
    /// Where it is, with or without `/v1`; `https://api.openai.com`, or one's own
    /// `http://127.0.0.1:11434`. Unset: there is none.
    Optional<URI> baseUrl();

    /// The model to ask; it must be one that sees.
    Optional<String> model();

    /// The key, if the server wants one. It is told to no other server than `base-url`.
    Optional<String> key();

    /// How long one page may take, from asking to the last byte of the answer.
    @WithDefault("90s")
    Duration timeout();

    /// Ports of this machine on which a server may answer that nobody has named yet: of Ollama, LM
    /// Studio, vLLM and llama.cpp.
    @WithDefault("11434,1234,8000,8080")
    List<Integer> ports();

    /// Whether anything was said about a server.
    default boolean isConfigured() {
      return baseUrl().isPresent() || model().isPresent();
    }

    /// The server of these settings, if it is named whole.
    default Optional<VisionSettings> server() {
      return baseUrl()
          .flatMap(base -> model().map(model -> new VisionSettings(base, model, key(), timeout())));
    }

    /// The server that a user confirmed.
    default VisionSettings confirmed(Server server) {
      var base = URI.create(server.baseUrl());
      var known = baseUrl().filter(base::equals).flatMap(_ -> key());
      return new VisionSettings(base, server.model(), known, timeout());
    }
  }

  /// All engines that are asked over a line.
  interface Remote {
    /// Questions under way at once, to each.
    @WithDefault("5")
    int workers();

    /// Questions in a minute, to each.
    @WithDefault("300")
    int pagesPerMinute();

    /// How often a question is asked again when the server is busy or broken (429, 5xx).
    @WithDefault("3")
    int retries();

    /// Before a question is asked again for the first time; then twice as long each time, unless
    /// the server says how long.
    @WithDefault("1s")
    Duration firstPause();

    /// What is longer is not waited for.
    @WithDefault("60s")
    Duration longestPause();

    /// After so many failures in a row a server is left alone.
    @WithDefault("8")
    int failures();

    /// For how long.
    @WithDefault("60s")
    Duration rest();
  }
}
