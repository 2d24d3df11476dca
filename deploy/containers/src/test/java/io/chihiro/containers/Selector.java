package io.chihiro.containers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Which labels are meant.
final class Selector {
  private Selector() {}

  /// Whether labels are among those of a plain map.
  static boolean matches(JsonNode wanted, Map<String, String> labels) {
    return wanted.properties().stream()
        .allMatch(each -> each.getValue().asText().equals(labels.get(each.getKey())));
  }

  /// Whether a selector with `matchLabels` and `matchExpressions` means these labels.
  static boolean selects(JsonNode selector, Map<String, String> labels) {
    return matches(selector.path("matchLabels"), labels)
        && selector
            .path("matchExpressions")
            .valueStream()
            .allMatch(each -> holds(each, labels.getOrDefault(each.path("key").asText(), "")));
  }

  private static boolean holds(JsonNode expression, String value) {
    if (!expression.path("operator").asText().equals("In")) {
      throw new AssertionError("unknown operator " + expression);
    }
    return ComposeFile.strings(expression.path("values")).contains(value);
  }
}
