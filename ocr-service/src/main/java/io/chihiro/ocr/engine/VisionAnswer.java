package io.chihiro.ocr.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.events.Confidence;

/// What a vision server's answer means. No sentence made here quotes the answer: it may hold the
/// page.
final class VisionAnswer {
  /// The servers tell no confidence; good models get nine words in ten right on modern hands.
  static final Confidence UNSTATED = new Confidence(0.9);

  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private VisionAnswer() {}

  static Reading of(int status, String body) {
    if (status != OK) {
      return new Reading.Failed("The vision server answered with status " + status + ".");
    }
    try {
      return of(JSON.readTree(body).path("choices").path(0));
    } catch (JsonProcessingException broken) {
      return failed("but what it sent is no JSON");
    }
  }

  private static Reading of(JsonNode choice) {
    var message = choice.path("message");
    if (!message.path("refusal").asText("").isBlank()) {
      return refused();
    }
    return switch (choice.path("finish_reason").asText("")) {
      case "content_filter" -> refused();
      case "length" -> failed("but its answer was cut off at its length limit");
      default -> content(message.path("content"));
    };
  }

  private static Reading content(JsonNode content) {
    if (!content.isTextual()) {
      return failed("but its JSON has no choices[0].message.content");
    }
    var page = Artefacts.without(content.textValue());
    if (page.isEmpty()) {
      return failed("but its answer was empty");
    }
    return Refusals.isOne(page) ? refused() : new Reading.Text(page, UNSTATED);
  }

  private static Reading refused() {
    return new Reading.Refused("The vision model refused to read the page.");
  }

  private static Reading failed(String what) {
    return new Reading.Failed("The vision server answered with status 200, " + what + ".");
  }
}
