package io.chihiro.ocr.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.events.Confidence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a vision server's answer means. No sentence made here quotes the answer: it may hold the
/// page.
final class VisionAnswer {
  /// The servers tell no confidence; good models get nine words in ten right on modern hands.
  static final Confidence UNSTATED = new Confidence(0.9);

  private static final Pattern EIGHT_DIGITS = Pattern.compile("\\b\\d{8}\\b");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("ddMMuuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final ObjectMapper JSON = new ObjectMapper();

  private VisionAnswer() {}

  /// @param body of an answer with status 200
  static Answer of(String body) {
    try {
      return of(JSON.readTree(body));
    } catch (JsonProcessingException broken) {
      return new Answer.Broken(failed("but what it sent is no JSON"));
    }
  }

  /// What the answer to the question for a day means: a text with that one date, or a refusal.
  ///
  /// @param body of an answer with status 200
  static Answer ofDay(String body) {
    try {
      var answer = JSON.readTree(body);
      var content = answer.path("choices").path(0).path("message").path("content").asText("");
      return new Answer.Given(day(content), usage(answer.path("usage")));
    } catch (JsonProcessingException broken) {
      return new Answer.Broken(failed("but what it sent is no JSON"));
    }
  }

  private static Reading day(String content) {
    var digits = EIGHT_DIGITS.matcher(Artefacts.without(content));
    try {
      return digits.find()
          ? new Reading.Text("", UNSTATED, List.of(LocalDate.parse(digits.group(), DAY)))
          : new Reading.Refused("The vision model knows no day.");
    } catch (DateTimeException invented) {
      return new Reading.Refused("The vision model named a day that is not in the calendar.");
    }
  }

  private static Answer of(JsonNode answer) {
    var choice = answer.path("choices").path(0);
    return choice.path("message").isObject()
        ? new Answer.Given(reading(choice), usage(answer.path("usage")))
        : new Answer.Broken(failed("but its JSON has no choices[0].message"));
  }

  /// What the server itself counted; nothing where it counts nothing, as some of one's own do.
  static Usage usage(JsonNode usage) {
    return new Usage(
        Math.max(0, usage.path("prompt_tokens").asLong()),
        Math.max(0, usage.path("completion_tokens").asLong()));
  }

  private static Reading reading(JsonNode choice) {
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
    var page = DatesLine.of(Artefacts.without(content.textValue()));
    var text = Artefacts.without(page.text());
    if (text.isEmpty()) {
      return failed("but its answer was empty");
    }
    if (Loops.isOne(text)) {
      return failed("but its answer says the same again and again");
    }
    return Refusals.isOne(text) ? refused() : new Reading.Text(text, UNSTATED, page.dates());
  }

  private static Reading refused() {
    return new Reading.Refused("The vision model refused to read the page.");
  }

  private static Reading failed(String what) {
    return new Reading.Failed("The vision server answered with status 200, " + what + ".");
  }
}
