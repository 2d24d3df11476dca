package io.chihiro.ocr;

import io.chihiro.door.RefusedException;
import io.chihiro.events.EnginesChosen;
import io.chihiro.events.EnginesChosen.Prices;
import io.chihiro.events.EnginesChosen.Server;
import io.chihiro.events.Vocabulary;
import io.chihiro.ocr.EnginesChange.PricesChange;
import io.chihiro.ocr.EnginesChange.ServerChange;
import io.chihiro.ocr.engine.Engines;
import io.chihiro.ocr.engine.VisionSettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a caller may say about the engines, checked once. Pure.
final class EngineChecks {
  private EngineChecks() {}

  /// The choices as they are after the change.
  static EnginesChosen changed(EnginesChosen now, EnginesChange change) {
    try {
      return new EnginesChosen(
          now.user(),
          names("chain", change.chain()).orElse(now.chain()),
          names("switchedOn", change.switchedOn()).orElse(now.switchedOn()),
          server(now.server(), change.server()),
          Optional.ofNullable(change.monthlyPages()).orElse(now.monthlyPages()),
          Optional.ofNullable(change.prices()).map(EngineChecks::prices).orElse(now.prices()),
          Optional.ofNullable(change.vocabulary()).map(Vocabulary::new).orElse(now.vocabulary()));
    } catch (IllegalArgumentException e) {
      throw RefusedException.wrongCall("This cannot be set: " + e.getMessage() + ".");
    }
  }

  private static Optional<List<String>> names(String field, @Nullable List<String> given) {
    if (given == null) {
      return Optional.empty();
    }
    for (String name : given) {
      if (name == null || Engines.of(name).isEmpty()) {
        throw RefusedException.wrongCall(
            "The field \"%s\" names an engine that is not known; known are: %s."
                .formatted(field, String.join(", ", Engines.titles())));
      }
    }
    if (new HashSet<>(given).size() < given.size()) {
      throw RefusedException.wrongCall(
          "The field \"" + field + "\" names an engine more than once.");
    }
    return Optional.of(given);
  }

  private static Optional<Server> server(Optional<Server> now, @Nullable ServerChange given) {
    if (given == null) {
      return now;
    }
    String base = Optional.ofNullable(given.baseUrl()).map(String::strip).orElse("");
    if (base.isEmpty()) {
      return Optional.empty();
    }
    String model = Optional.ofNullable(given.model()).map(String::strip).orElse("");
    // made only to be checked
    var _ = new VisionSettings(URI.create(base), model, Optional.empty(), Duration.ofSeconds(1));
    return Optional.of(new Server(base, model));
  }

  private static Prices prices(PricesChange given) {
    return new Prices(
        Optional.ofNullable(given.millionInputTokens()),
        Optional.ofNullable(given.millionOutputTokens()),
        Optional.ofNullable(given.thousandPages()));
  }
}
