package io.chihiro.ocr.engine;

import io.chihiro.events.EnginesChosen;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The catalogue of engines: one line each.
public enum Engines {
  /// The embedded one, which needs nothing and sends nothing anywhere.
  PADDLE {
    @Override
    Turn turn(EngineRoom room, EnginesChosen chosen) {
      return room.paddle();
    }
  },
  /// The second one inside this process, for print and neat hands.
  TESSERACT {
    @Override
    Turn turn(EngineRoom room, EnginesChosen chosen) {
      return room.tesseract();
    }
  },
  /// An OpenAI-compatible server.
  VISION {
    @Override
    Turn turn(EngineRoom room, EnginesChosen chosen) {
      return room.vision(chosen);
    }
  },
  /// Google Cloud Vision.
  GOOGLE {
    @Override
    Turn turn(EngineRoom room, EnginesChosen chosen) {
      return room.google(chosen);
    }
  };

  abstract Turn turn(EngineRoom room, EnginesChosen chosen);

  /// Its name in the chain.
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The engine of that name.
  public static Optional<Engines> of(String title) {
    return Arrays.stream(values()).filter(engine -> engine.title().equals(title)).findFirst();
  }

  /// Every name.
  public static List<String> titles() {
    return Arrays.stream(values()).map(Engines::title).toList();
  }
}
