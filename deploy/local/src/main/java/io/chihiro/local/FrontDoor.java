package io.chihiro.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A client of the API, as the owner. Thread-safe.
final class FrontDoor implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Duration READ_PATIENCE = Duration.ofSeconds(60);
  private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(10);
  private static final Duration RESTART_PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Ports ports;
  private final String token;

  FrontDoor(Ports ports, String token) {
    this.ports = ports;
    this.token = token;
  }

  /// What an answer of the API was.
  ///
  /// @param body a JSON null if there was none
  record Reply(int status, JsonNode body) {
    boolean fine() {
      return status / 100 == 2;
    }

    /// Whether the same call may succeed in a moment, because a service is being started again.
    boolean passing() {
      return status == 502 || status == 503 || status == 504;
    }

    /// What went wrong, as the service says it.
    String problem() {
      String detail = body.path("detail").asText("");
      return detail.isBlank() ? "The server answered with status " + status + "." : detail;
    }
  }

  static TroubleException notRunning(Ports ports) {
    return new TroubleException(
        "Chihiro does not run on port %d: start it with ./chihiro up".formatted(ports.first()));
  }

  /// Reads; a service that is just being started again is waited for.
  JsonNode get(String path) throws InterruptedException {
    return fine(patiently(call(path, READ_PATIENCE).GET().build()));
  }

  /// Reads once, however it goes.
  Reply look(String path, Duration patience) throws IOException, InterruptedException {
    return send(call(path, patience).GET().build());
  }

  /// Sends JSON.
  Reply post(String path, JsonNode body) throws InterruptedException {
    return patiently(
        call(path, READ_PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  /// Takes something away.
  Reply delete(String path) throws InterruptedException {
    return patiently(call(path, READ_PATIENCE).DELETE().build());
  }

  /// Sends files, straight from the disk.
  Reply upload(String path, List<Path> files) throws IOException, InterruptedException {
    Multipart body = Multipart.of(files);
    return patiently(
        call(path, UPLOAD_PATIENCE)
            .header("Content-Type", body.contentType())
            .POST(body.publisher())
            .build());
  }

  /// Writes what a path gives into a file, as it comes.
  ///
  /// @throws TroubleException with the sentence of the service, if it is not given
  void download(String path, Path file) throws IOException, InterruptedException {
    HttpResponse<Path> response =
        client.send(call(path, UPLOAD_PATIENCE).GET().build(), BodyHandlers.ofFile(file));
    if (response.statusCode() / 100 != 2) {
      throw new TroubleException(
          new Reply(response.statusCode(), json(Files.readAllBytes(file))).problem());
    }
  }

  static JsonNode fine(Reply reply) {
    if (!reply.fine()) {
      throw new TroubleException(reply.problem());
    }
    return reply.body();
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder call(String path, Duration patience) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.first() + path))
        .header("Authorization", "Bearer " + token)
        .timeout(patience);
  }

  private Reply patiently(HttpRequest request) throws InterruptedException {
    long end = System.nanoTime() + RESTART_PATIENCE.toNanos();
    boolean answered = false;
    while (true) {
      try {
        Reply reply = send(request);
        answered = true;
        if (!reply.passing() || System.nanoTime() > end) {
          return reply;
        }
      } catch (IOException e) {
        giveUp(e, answered, end);
      }
      Thread.sleep(PAUSE);
    }
  }

  /// Nobody listens at the very first call: then nothing runs. Later, it is being started again.
  private void giveUp(IOException e, boolean answered, long end) throws InterruptedException {
    if (e instanceof ConnectException && !answered && !Ports.answers(ports.redis())) {
      throw notRunning(ports);
    }
    if (System.nanoTime() > end) {
      throw new UncheckedIOException("Chihiro stopped answering: " + e, e);
    }
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), json(response.body()));
  }

  private static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
    } catch (IOException _) {
      // Not an answer of the API: the status says enough.
      return JSON.nullNode();
    }
  }
}
