package io.chihiro.ingest.spotify;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the address says on which the owner landed after Spotify's own page.
sealed interface Landed {
  /// The owner agreed.
  record Agreed(String code, String state) implements Landed {
    /// Never the code.
    @Override
    public String toString() {
      return "Agreed";
    }
  }

  /// The owner, or Spotify, did not.
  record Declined(String error, String state) implements Landed {}

  /// The address is no such address.
  record Unusable(String sentence) implements Landed {}

  /// Reads an address, or only its query, as it was copied.
  static Landed read(String pasted) {
    Map<String, String> query = query(pasted.strip());
    String state = query.getOrDefault("state", "");
    if (state.isEmpty()) {
      return new Unusable(
          "This is not the address you landed on: it must hold \"code=\" and \"state=\". Copy all of"
              + " it from the browser's address bar.");
    }
    if (query.containsKey("error")) {
      return new Declined(query.getOrDefault("error", ""), state);
    }
    return Optional.ofNullable(query.get("code"))
        .filter(code -> !code.isEmpty())
        .<Landed>map(code -> new Agreed(code, state))
        .orElseGet(() -> new Unusable("This address holds no code: copy all of it."));
  }

  private static Map<String, String> query(String pasted) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : rawQuery(pasted).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String rawQuery(String pasted) {
    try {
      String query = URI.create(pasted).getRawQuery();
      return query == null ? pasted : query;
    } catch (IllegalArgumentException _) {
      // Copied with a blank or with words around it: take what follows the question mark.
      return pasted.substring(pasted.indexOf('?') + 1);
    }
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      // A percent sign that was cut: Spotify will refuse the code.
      return value;
    }
  }
}
