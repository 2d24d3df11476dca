package io.chihiro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.sample.LargeExport;
import io.chihiro.sample.ZoneTimeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// One import after the other, for as long as it goes on; in the end each has stored what it was to
/// store.
final class RunningImports {
  private static final String IMPORTS = "/api/v1/plays/imports";
  private static final int ROWS = 20_000;
  static final LocalDate FROM = LocalDate.of(2012, 1, 1);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final int EXPORTS = 6;

  private final Api api;
  private final Map<Path, Integer> exports;

  /// Plays that each import was to store, by its id.
  private final Map<String, Integer> taken = new LinkedHashMap<>();

  /// @param exports with the plays that each holds, made by [#exports]
  RunningImports(Api api, Map<Path, Integer> exports) {
    this.api = api;
    this.exports = exports;
  }

  /// Exports, made beforehand: making them is no work of the system's.
  static Map<Path, Integer> exports(Path folder) throws IOException {
    Map<Path, Integer> exports = new LinkedHashMap<>();
    for (int seed = 1; seed <= EXPORTS; seed++) {
      Path file = folder.resolve("export-" + seed + ".zip");
      var export = new LargeExport(seed, ROWS, ZoneTimeline.parse(LargeImport.ZONE), FROM);
      exports.put(file, export.write(file).account().stored());
    }
    return exports;
  }

  /// Uploads the next as soon as the one before has ended; when all were, the first again, whose
  /// plays are known then.
  void run(BooleanSupplier goesOn) throws InterruptedException {
    while (goesOn.getAsBoolean()) {
      for (Map.Entry<Path, Integer> export : exports.entrySet()) {
        upload(export.getKey(), export.getValue(), goesOn);
      }
    }
  }

  /// Imports that were taken on.
  int count() {
    return taken.size();
  }

  /// Imports that were taken on and have not stored what they were to store.
  long wrong() throws IOException, InterruptedException {
    long wrong = 0;
    for (Map.Entry<String, Integer> each : taken.entrySet()) {
      JsonNode state = api.get(IMPORTS + "/" + each.getKey());
      boolean right =
          state.path("status").asText().equals("done")
              && state.path("stored").asInt() + known(state) == each.getValue();
      wrong += right ? 0 : 1;
    }
    return wrong;
  }

  // A try that was broken off may have been taken on all the same.
  private static int known(JsonNode state) {
    return state.path("dropped").path("known already").asInt();
  }

  private void upload(Path file, int stored, BooleanSupplier goesOn) throws InterruptedException {
    while (goesOn.getAsBoolean()) {
      try {
        String id = api.upload(IMPORTS, file).path("id").asText();
        taken.put(id, stored);
        awaitEnd(id, goesOn);
        return;
      } catch (IOException | IllegalStateException _) {
        Thread.sleep(PAUSE);
      }
    }
  }

  private void awaitEnd(String id, BooleanSupplier goesOn) throws InterruptedException {
    while (goesOn.getAsBoolean()) {
      try {
        if (!api.get(IMPORTS + "/" + id).path("status").asText().matches("waiting|running")) {
          return;
        }
      } catch (IOException | IllegalStateException _) {
        // Somebody is being started again.
      }
      Thread.sleep(PAUSE);
    }
  }
}
