package io.chihiro.ocr.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.ocr.photo.Picture;
import java.io.Closeable;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Any server that speaks OpenAI's `chat/completions` and has a model that sees: OpenAI itself, or
/// one's own with Ollama, vLLM or llama.cpp. Safe for many threads at once.
///
/// Redirections are not followed: a page goes to the configured server and nowhere else.
public final class OpenAiVision implements OcrEngine, Closeable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final long ANSWER_BYTES = 4L * 1024 * 1024;
  private static final String PROMPT = Refusals.resource("prompt.txt").strip();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final VisionSettings settings;
  private final HttpClient client;

  /// Asks nothing yet.
  public OpenAiVision(VisionSettings settings) {
    this.settings = settings;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String name() {
    return "vision";
  }

  @Override
  public Reading read(Picture page) throws InterruptedException {
    var whole =
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), ANSWER_BYTES);
    var exchange = client.sendAsync(request(page), whole);
    try {
      // the request's own timeout ends with the headers; a body may trickle for ever
      var answer = exchange.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return VisionAnswer.of(answer.statusCode(), answer.body());
    } catch (TimeoutException late) {
      return new Reading.TimedOut(
          "The vision server did not answer within %s.".formatted(seconds()));
    } catch (ExecutionException broken) {
      return unreachable(broken);
    } finally {
      exchange.cancel(true);
    }
  }

  /// The fault's own message is left out: it may quote what was sent.
  private static Reading unreachable(ExecutionException broken) {
    if (broken.getCause() instanceof HttpTimeoutException) {
      return new Reading.TimedOut("The vision server could not be reached in time.");
    }
    var fault =
        broken.getCause() instanceof ConnectException ? "nobody answers there" : "the line broke";
    return new Reading.Failed("The vision server could not be asked: " + fault + ".");
  }

  private String seconds() {
    return settings.timeout().toMillis() / 1000.0 + " seconds";
  }

  private HttpRequest request(Picture page) {
    var request =
        HttpRequest.newBuilder(settings.completions())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(question(page).toString()));
    settings.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request.build();
  }

  private ObjectNode question(Picture page) {
    var question = JSON.createObjectNode().put("model", settings.model()).put("temperature", 0);
    var content = question.putArray("messages").addObject().put("role", "user").putArray("content");
    content.addObject().put("type", "text").put("text", PROMPT);
    content
        .addObject()
        .put("type", "image_url")
        .putObject("image_url")
        .put("url", dataUrl(SentPage.jpeg(page.image())));
    return question;
  }

  private static String dataUrl(byte[] jpeg) {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
