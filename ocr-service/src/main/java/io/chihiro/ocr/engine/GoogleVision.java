package io.chihiro.ocr.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Base64;

/// Google Cloud Vision, told that the page is written by hand. Safe for many threads at once.
final class GoogleVision implements RemoteEngine {
  static final String NAME = "google";

  private static final String FEATURE = "DOCUMENT_TEXT_DETECTION";
  private static final String HANDWRITING = "en-t-i0-handwrit";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RemoteServer server;
  private final URI baseUrl;
  private final String key;

  /// Asks nothing yet.
  ///
  /// @param key what Google knows the owner by
  GoogleVision(HttpClient client, EngineSettings.Google settings, String key) {
    this.server = new RemoteServer(client, "Google Vision", settings.timeout());
    this.baseUrl = settings.baseUrl();
    this.key = key;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return "v1 " + FEATURE + " " + HANDWRITING;
  }

  @Override
  public boolean sends() {
    return !Loopback.is(baseUrl);
  }

  @Override
  public Answer ask(byte[] jpeg) throws InterruptedException {
    return server.ask(request(question(jpeg)), GoogleAnswer::of);
  }

  private static String question(byte[] jpeg) {
    var question = JSON.createObjectNode();
    var request = question.putArray("requests").addObject();
    request.putObject("image").put("content", Base64.getEncoder().encodeToString(jpeg));
    request.putArray("features").addObject().put("type", FEATURE);
    request.putObject("imageContext").putArray("languageHints").add(HANDWRITING);
    return question.toString();
  }

  /// The key goes into a header: addresses end up in logs.
  private HttpRequest request(String question) {
    return HttpRequest.newBuilder(
            URI.create(baseUrl.toString().replaceFirst("/+$", "") + "/v1/images:annotate"))
        .header("Content-Type", "application/json")
        .header("X-Goog-Api-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(question))
        .build();
  }
}
