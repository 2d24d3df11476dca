package io.chihiro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chihiro.local.LocalSystem;
import io.chihiro.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/// A client of one service, as the owner. Thread-safe.
final class Api implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final String BOUNDARY = "chihiro-bench-part";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String token;

  private Api(URI address, String token) {
    this.address = address;
    this.token = token;
  }

  static Api of(LocalSystem system, Service service) {
    return new Api(system.address(service), system.token());
  }

  static Api of(URI address, String token) {
    return new Api(address, token);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return send(call(path).GET());
  }

  /// Fetches something that is no JSON.
  byte[] bytes(String path) throws IOException, InterruptedException {
    return fetched(call(path).GET());
  }

  /// Sends JSON.
  JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        call(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /// Puts JSON in the place of what is there.
  JsonNode put(String path, JsonNode body) throws IOException, InterruptedException {
    return send(
        call(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString())));
  }

  /// Sends a file as multipart/form-data (RFC 7578).
  JsonNode upload(String path, Path file) throws IOException, InterruptedException {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
            .formatted(BOUNDARY, file.getFileName());
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    return send(
        call(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(body));
  }

  /// Waits until everything that was taken in has come through, however often somebody on the way
  /// is away.
  ///
  /// @throws IllegalStateException if something waits still after `patience`
  void awaitNothing(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (somethingWaits()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("something waits still after " + patience);
      }
      Thread.sleep(LOOK);
    }
  }

  private boolean somethingWaits() throws InterruptedException {
    try {
      return get("/api/v1/progress").path("waiting").asLong(1) > 0;
    } catch (IOException | IllegalStateException _) {
      return true;
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return JSON.readTree(fetched(request));
  }

  private byte[] fetched(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "%s answered %d: %s"
              .formatted(
                  answer.uri(),
                  answer.statusCode(),
                  JSON.readTree(answer.body()).path("detail").asText()));
    }
    return answer.body();
  }
}
