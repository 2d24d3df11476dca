package io.chihiro.ocr.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.events.Vocabulary;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Base64;

/// Any server that speaks OpenAI's `chat/completions` and has a model that sees: OpenAI itself, or
/// one's own with Ollama, LM Studio, vLLM or llama.cpp. Safe for many threads at once.
final class OpenAiVision implements RemoteEngine {
  static final String NAME = "vision";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RemoteServer server;
  private final VisionSettings settings;
  private final Vocabulary vocabulary;

  /// Asks nothing yet.
  OpenAiVision(HttpClient client, VisionSettings settings, Vocabulary vocabulary) {
    this.server = new RemoteServer(client, "The vision server", settings.timeout());
    this.settings = settings;
    this.vocabulary = vocabulary;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return settings.model() + ", prompt " + Prompt.page().version();
  }

  @Override
  public boolean sends() {
    return settings.sends();
  }

  @Override
  public Answer ask(byte[] jpeg) throws InterruptedException {
    var question = question();
    var content = content(question);
    content.addObject().put("type", "text").put("text", Prompt.page().text(vocabulary));
    content
        .addObject()
        .put("type", "image_url")
        .putObject("image_url")
        .put("url", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
    return server.ask(request(question), VisionAnswer::of);
  }

  @Override
  public Answer askDay(String text) throws InterruptedException {
    var question = question();
    content(question)
        .addObject()
        .put("type", "text")
        .put("text", Prompt.date().text() + "\n\n" + text);
    return server.ask(request(question), VisionAnswer::ofDay);
  }

  @Override
  public String dayVersion() {
    return settings.model() + ", date prompt " + Prompt.date().version();
  }

  private ObjectNode question() {
    return JSON.createObjectNode().put("model", settings.model()).put("temperature", 0);
  }

  private static ArrayNode content(ObjectNode question) {
    return question.putArray("messages").addObject().put("role", "user").putArray("content");
  }

  private HttpRequest request(ObjectNode question) {
    var request =
        HttpRequest.newBuilder(settings.completions())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(question.toString()));
    settings.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request.build();
  }
}
