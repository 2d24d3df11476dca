package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// What became of something that was to be forgotten, as the front door tells it.
record Receipt(JsonNode told) {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// The receipt once all have confirmed; after ten minutes as it is.
  static Receipt await(FrontDoor door, String path) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode receipt = door.get(path);
    while (!receipt.path("state").asText().equals("done") && System.nanoTime() < end) {
      Thread.sleep(LOOK_AGAIN);
      receipt = door.get(path);
    }
    return new Receipt(receipt);
  }

  void print(Context context) {
    context.say(title());
    Table table = new Table("where", "what", "removed", "confirmed");
    for (JsonNode place : told.path("places")) {
      table.row(
          place.path("service").asText(),
          place.path("store").asText(),
          place.path("removed").asText(),
          place.path("confirmedAt").asText());
    }
    context.out().print(table);
    for (JsonNode place : told.path("places")) {
      if (place.hasNonNull("left")) {
        context.say(place.path("store").asText() + ": " + place.path("left").asText());
      }
    }
  }

  private String title() {
    String what = (told.path("what").asText() + " " + told.path("name").asText()).strip();
    if (told.path("state").asText().equals("done")) {
      return "Receipt %s: %s is forgotten since %s."
          .formatted(told.path("id").asText(), what, told.path("finishedAt").asText());
    }
    return "Receipt %s: %s is still being forgotten. %s"
        .formatted(told.path("id").asText(), what, told.path("waitsFor").asText(""));
  }
}
