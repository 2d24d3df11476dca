package io.chihiro.ocr.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.events.Confidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What an engine once answered about a photo, and what that took.
///
/// @param photo SHA-256 of the photo
/// @param engine its name in the chain
/// @param version what its readings depend on besides the photo
/// @param sent whether the page left this machine
/// @param isPage whether it is about the page itself, and not a further question about it
/// @param reading what it read, or why not
record KeptAnswer(
    String photo,
    String engine,
    String version,
    boolean sent,
    boolean isPage,
    Reading reading,
    Usage usage) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// A line of JSON.
  String json() {
    var json =
        JSON.createObjectNode()
            .put("photo", photo)
            .put("engine", engine)
            .put("version", version)
            .put("sent", sent)
            .put("page", isPage)
            .put("inputTokens", usage.inputTokens())
            .put("outputTokens", usage.outputTokens());
    add(reading, json);
    return json.toString();
  }

  private static void add(Reading reading, ObjectNode json) {
    switch (reading) {
      case Reading.Text(var text, var confidence, var dates) -> {
        json.put("text", text).put("confidence", confidence.value());
        dates.forEach(date -> json.withArray("dates").add(date.toString()));
      }
      case Reading.Refused(var why) -> json.put("refused", why);
      case Reading.Failed(var why) -> json.put("failed", why);
      case Reading.TimedOut(var why) -> json.put("failed", why);
      case Reading.NotAsked(var why) -> json.put("failed", why);
    }
  }

  /// @throws IllegalArgumentException if this is no such line; says nothing of what it holds
  static KeptAnswer of(String line) {
    try {
      return of(JSON.readTree(line));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("not JSON");
    }
  }

  private static KeptAnswer of(JsonNode json) {
    return new KeptAnswer(
        json.path("photo").asText(),
        json.path("engine").asText(),
        json.path("version").asText(),
        json.path("sent").asBoolean(),
        json.path("page").asBoolean(true),
        reading(json),
        new Usage(json.path("inputTokens").asLong(), json.path("outputTokens").asLong()));
  }

  private static Reading reading(JsonNode json) {
    if (json.has("text")) {
      var sure = new Confidence(json.path("confidence").asDouble());
      return new Reading.Text(json.path("text").asText(), sure, dates(json.path("dates")));
    }
    return json.has("refused")
        ? new Reading.Refused(json.path("refused").asText())
        : new Reading.Failed(json.path("failed").asText());
  }

  private static List<LocalDate> dates(JsonNode list) {
    var dates = new ArrayList<LocalDate>();
    list.forEach(date -> dates.add(LocalDate.parse(date.asText())));
    return dates;
  }
}
