package io.chihiro.models.tastes.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.models.tastes.Item;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Asks a language model. It is given the lyrics where they are known; S4 gave it the title alone
/// and saw it make things up.
///
/// No error quotes the question or the answer. Safe for many threads at once.
public final class OpenAiSummaries implements Summaries {
  /// S4's, and the lyrics.
  static final String PROMPT =
      "Summarize the important meaning of the song %s by the artist %s in 25 words without"
          + " mentioning the song or artist.";

  private static final String WITH_LYRICS = " Its lyrics are:\n\n";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final int MOST_LYRICS = 8_000;

  private final HttpClient client;
  private final SummaryServer server;

  /// Asks nothing yet.
  ///
  /// @param client that follows no redirection
  public OpenAiSummaries(HttpClient client, SummaryServer server) {
    this.client = client;
    this.server = server;
  }

  /// What is asked of an item.
  static String question(Item item) {
    String question = PROMPT.formatted(item.title(), item.artist());
    return item.lyrics()
        .map(lyrics -> lyrics.substring(0, Math.min(MOST_LYRICS, lyrics.length())))
        .map(lyrics -> question + WITH_LYRICS + lyrics)
        .orElse(question);
  }

  @Override
  public Optional<String> of(Item item) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.completions())
            .timeout(server.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(item).toString()));
    server.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != OK) {
      throw new IOException(
          "the server of summaries (%s) answered with status %d"
              .formatted(server, answer.statusCode()));
    }
    return said(answer.body());
  }

  private ObjectNode body(Item item) {
    ObjectNode body = JSON.createObjectNode().put("model", server.model()).put("temperature", 0);
    body.putArray("messages").addObject().put("role", "user").put("content", question(item));
    return body;
  }

  private Optional<String> said(String answer) throws IOException {
    try {
      String said =
          JSON.readTree(answer).path("choices").path(0).path("message").path("content").asText("");
      return Optional.of(said.strip()).filter(each -> !each.isEmpty());
    } catch (JsonProcessingException _) {
      // Its cause would quote the answer.
      throw new IOException("what the server of summaries (%s) says is not JSON".formatted(server));
    }
  }
}
