package io.chihiro.ingest.web;

import java.util.Map;
import java.util.Optional;

/// What a call came to.
public sealed interface Reply {
  /// A whole answer.
  ///
  /// @param status of HTTP
  /// @param headers with names in lower case
  /// @param body as text; may hold a token
  record Answered(int status, Map<String, String> headers, String body) implements Reply {
    public Answered {
      headers = Map.copyOf(headers);
    }

    /// A header by its name in lower case.
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    /// The status alone.
    @Override
    public String toString() {
      return "Answered " + status;
    }
  }

  /// No answer, or not a whole one.
  ///
  /// @param why a sentence's end, such as "did not answer within 30 seconds"
  record Silent(String why) implements Reply {}
}
