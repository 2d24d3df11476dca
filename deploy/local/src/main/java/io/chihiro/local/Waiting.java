package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Waits until everything taken in is recommendable, and shows what is still on its way.
final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private Waiting() {}

  /// Returns the counts of the answer that said nothing waits.
  static JsonNode untilNothing(FrontDoor door, ProgressLine line) throws InterruptedException {
    while (true) {
      JsonNode progress = door.get("/api/v1/progress");
      if (progress.path("waiting").asLong(-1) == 0) {
        return progress.path("counts");
      }
      line.show("Waiting: " + described(progress));
      Thread.sleep(PAUSE);
    }
  }

  static String described(JsonNode progress) {
    List<String> parts = new ArrayList<>();
    for (JsonNode stage : progress.path("stages")) {
      long waiting = stage.path("waiting").asLong();
      if (waiting != 0) {
        String problem = stage.path("problem").asText("");
        String what = stage.path("what").asText();
        parts.add(problem.isEmpty() ? "%,d %s".formatted(waiting, what) : problem);
      }
    }
    return String.join(" · ", parts);
  }

  static String counted(JsonNode counts) {
    List<String> parts = new ArrayList<>();
    counts.forEachEntry(
        (name, number) -> parts.add("%,d %s".formatted(number.asLong(), words(name))));
    return String.join(", ", parts);
  }

  /// `daysWithText` as people write it.
  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
