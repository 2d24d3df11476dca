package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// An answer as a person reads it on a terminal.
final class AnswerText {
  private static final int WIDTH = 88;
  private static final String INDENT = "     ";

  private AnswerText() {}

  static String of(JsonNode answer) {
    StringBuilder text = new StringBuilder();
    int place = 0;
    for (JsonNode song : answer.path("songs")) {
      place++;
      text.append(song(place, song));
    }
    String missing = answer.path("missing").asText("");
    if (!missing.isBlank()) {
      text.append(wrapped(missing, WIDTH, "")).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static String song(int place, JsonNode song) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%2d.  %s - %s  (%.3f)%n"
            .formatted(
                place,
                song.path("title").asText(),
                song.path("artist").asText(),
                song.path("score").asDouble()));
    text.append(
        "%s%s to %s, %d plays%n"
            .formatted(
                INDENT,
                song.path("firstPlayed").asText(),
                song.path("lastPlayed").asText(),
                song.path("plays").asLong()));
    for (JsonNode day : song.path("evidence")) {
      String head =
          "%s, played %d times".formatted(day.path("date").asText(), day.path("plays").asLong());
      text.append(INDENT).append(head).append('\n');
      text.append(wrapped("“" + day.path("excerpt").asText() + "”", WIDTH, INDENT + "  "));
      text.append('\n');
    }
    return text.append('\n').toString();
  }

  /// Breaks a text at spaces so that no line is wider than `width`, unless a word is.
  static String wrapped(String text, int width, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > width) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(indent + line);
    return String.join("\n", lines);
  }
}
