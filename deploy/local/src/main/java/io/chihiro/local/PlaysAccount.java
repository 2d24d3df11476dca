package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What became of the rows of one export.
///
/// @param status `waiting`, `running`, `done` or `failed`
/// @param message a sentence from the service, may be empty
record PlaysAccount(
    String file,
    String status,
    String message,
    long rows,
    long stored,
    SortedMap<String, Long> dropped,
    long waiting) {

  static PlaysAccount of(JsonNode answer) {
    SortedMap<String, Long> dropped = new TreeMap<>();
    answer.path("dropped").forEachEntry((reason, number) -> dropped.put(reason, number.asLong()));
    return new PlaysAccount(
        answer.path("file").asText(),
        answer.path("status").asText(),
        answer.path("message").asText(""),
        answer.path("rows").asLong(),
        answer.path("stored").asLong(),
        dropped,
        answer.path("waiting").asLong());
  }

  boolean ended() {
    return status.equals("done") || status.equals("failed");
  }

  boolean failed() {
    return status.equals("failed");
  }

  long allDropped() {
    return dropped.values().stream().mapToLong(Long::longValue).sum();
  }

  boolean balances() {
    return rows == stored + allDropped() + waiting;
  }

  @Override
  public String toString() {
    String reasons =
        dropped.entrySet().stream()
            .map(entry -> entry.getKey() + " " + grouped(entry.getValue()))
            .collect(Collectors.joining(", "));
    return "%s: %s rows = %s stored + %s dropped%s + %s waiting%s"
        .formatted(
            file,
            grouped(rows),
            grouped(stored),
            grouped(allDropped()),
            reasons.isEmpty() ? "" : " (" + reasons + ")",
            grouped(waiting),
            balances() ? "" : "  (this does not balance!)");
  }

  private static String grouped(long number) {
    return "%,d".formatted(number);
  }
}
