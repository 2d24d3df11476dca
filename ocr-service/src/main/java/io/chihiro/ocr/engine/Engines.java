package io.chihiro.ocr.engine;

import java.util.List;

/// The catalogue of engines: one line each.
public enum Engines {
  /// The embedded one, which needs nothing and sends nothing anywhere.
  PADDLE {
    @Override
    OcrEngine open(EngineSettings settings) {
      return new PaddleOcr(settings.paddle().threads());
    }
  },
  /// An OpenAI-compatible server.
  VISION {
    @Override
    OcrEngine open(EngineSettings settings) {
      return new OpenAiVision(settings.vision().server());
    }
  };

  abstract OcrEngine open(EngineSettings settings);

  /// The engines to ask, in order: those named; else the vision server if there is one, then the
  /// embedded engine.
  static List<Engines> chain(EngineSettings settings) {
    return settings
        .chain()
        .orElseGet(
            () -> settings.vision().isConfigured() ? List.of(VISION, PADDLE) : List.of(PADDLE));
  }
}
