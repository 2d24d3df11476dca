package io.chihiro.ocr.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.events.Confidence;
import java.util.Optional;

/// What Google Vision's answer means. No sentence made here quotes the answer: it may hold the
/// page.
final class GoogleAnswer {
  private static final int EXHAUSTED = 8;
  private static final int INTERNAL = 13;
  private static final int UNAVAILABLE = 14;
  private static final ObjectMapper JSON = new ObjectMapper();

  private GoogleAnswer() {}

  /// @param body of an answer with status 200
  static Answer of(String body) {
    try {
      return of(JSON.readTree(body).path("responses").path(0));
    } catch (JsonProcessingException broken) {
      return new Answer.Broken(failed("but what it sent is no JSON"));
    }
  }

  private static Answer of(JsonNode response) {
    if (!response.isObject()) {
      return new Answer.Broken(failed("but its JSON has no responses[0]"));
    }
    return response.path("error").isObject()
        ? error(response.path("error").path("code").asInt())
        : new Answer.Given(reading(response.path("fullTextAnnotation")), Usage.ONE_PAGE);
  }

  /// A page's own error comes with status 200 and a code of its own.
  private static Answer error(int code) {
    var reading = failed("but about this page with the error code " + code);
    return switch (code) {
      case EXHAUSTED, INTERNAL, UNAVAILABLE -> new Answer.Busy(reading, Optional.empty());
      default -> new Answer.Broken(reading);
    };
  }

  private static Reading reading(JsonNode page) {
    var text = page.path("text").asText("").strip();
    return text.isEmpty()
        ? new Reading.Refused("No text was found on the page.")
        : new Reading.Text(text, confidence(page.path("pages")));
  }

  /// The mean over the pages, of which a photo is one.
  private static Confidence confidence(JsonNode pages) {
    var sum = 0.0;
    for (var page : pages) {
      sum += page.path("confidence").asDouble();
    }
    return new Confidence(pages.isEmpty() ? 0 : Math.clamp(sum / pages.size(), 0, 1));
  }

  private static Reading.Failed failed(String what) {
    return new Reading.Failed("Google Vision answered with status 200, " + what + ".");
  }
}
