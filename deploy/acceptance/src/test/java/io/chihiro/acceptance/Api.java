package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chihiro.local.Ports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The front door, as any client sees it. Thread-safe.
final class Api implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String BOUNDARY = "chihiro-acceptance-boundary";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String address;
  private final Map<String, String> shown;

  Api(Ports ports, Optional<String> token) {
    this(URI.create("http://127.0.0.1:" + ports.first()), token);
  }

  Api(URI at, Optional<String> token) {
    this(
        at.toString(),
        token.map(secret -> Map.of("Authorization", "Bearer " + secret)).orElse(Map.of()));
  }

  private Api(String address, Map<String, String> shown) {
    this.address = address;
    this.shown = shown;
  }

  /// The page, in which somebody has shown their token.
  Api session() throws IOException, InterruptedException {
    HttpResponse<Void> begun =
        client.send(
            call("/api/v1/session").POST(BodyPublishers.noBody()).build(),
            BodyHandlers.discarding());
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
    return new Api(
        address,
        Map.of("Cookie", cookie.substring(0, cookie.indexOf(';')), "X-Chihiro-Page", "yes"));
  }

  /// A file to send.
  static final class NamedFile {
    private final String name;
    private final byte[] content;

    NamedFile(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    static NamedFile text(String name, String content) {
      return new NamedFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    String name() {
      return name;
    }

    byte[] content() {
      return content;
    }
  }

  /// An answer.
  ///
  /// @param body of what is not JSON, the text that is in it
  record Reply(int status, String type, JsonNode body) {
    /// The sentence of a problem.
    String detail() {
      return body.path("detail").asText();
    }

    boolean problem() {
      return type.startsWith("application/problem+json") && !detail().isBlank();
    }

    /// The body of an answer that has to be a good one.
    JsonNode fine() {
      if (status / 100 != 2) {
        throw new AssertionError("status " + status + ": " + detail());
      }
      return body;
    }
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send(call(path).GET());
  }

  /// What a path gives, whatever it is.
  byte[] download(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(call(path).GET().build(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError("status " + response.statusCode() + " of " + path);
    }
    return response.body();
  }

  Reply delete(String path) throws IOException, InterruptedException {
    return send(call(path).DELETE());
  }

  Reply post(String path, String json) throws IOException, InterruptedException {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  Reply put(String path, String json) throws IOException, InterruptedException {
    return send(json(path).PUT(BodyPublishers.ofString(json)));
  }

  /// Types an entry; answers with its id.
  String enter(LocalDate day, String text) throws IOException, InterruptedException {
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("date", day.toString())
            .put("text", text)
            .toString();
    return post("/api/v1/journal/entries", json).fine().path("id").asText();
  }

  Reply ask(String mood, int limit) throws IOException, InterruptedException {
    return post(
        "/api/v1/recommendations",
        JsonNodeFactory.instance.objectNode().put("mood", mood).put("limit", limit).toString());
  }

  Reply upload(String path, List<NamedFile> files) throws IOException, InterruptedException {
    return send(
        call(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(multipart(files))));
  }

  Reply upload(String path, NamedFile file) throws IOException, InterruptedException {
    return upload(path, List.of(file));
  }

  /// Imports a file of plays and waits until that has ended.
  JsonNode importPlays(NamedFile file, Duration longest) throws Exception {
    String id = upload("/api/v1/plays/imports", file).fine().path("id").asText();
    return awaitImport(id, longest);
  }

  JsonNode awaitImport(String id, Duration longest) throws Exception {
    return Patience.until(
        longest,
        "the end of the import",
        () ->
            patiently("/api/v1/plays/imports/" + id)
                .filter(now -> now.path("status").asText().matches("done|failed")));
  }

  /// Waits until everything taken in is recommendable.
  JsonNode awaitNothingWaits(Duration longest) throws Exception {
    return Patience.until(
        longest,
        "nothing waits any more",
        () ->
            patiently("/api/v1/progress")
                .filter(progress -> progress.path("waiting").asLong(-1) == 0));
  }

  /// The body of a good answer; empty while a process is being started again.
  Optional<JsonNode> patiently(String path) throws InterruptedException {
    try {
      Reply reply = get(path);
      return reply.status() == 200 ? Optional.of(reply.body()) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private HttpRequest.Builder json(String path) {
    return call(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder call(String path) {
    HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    shown.forEach(call::header);
    return call;
  }

  private Reply send(HttpRequest.Builder call) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(call.build(), BodyHandlers.ofByteArray());
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode body =
        type.contains("json") ? JSON.readTree(response.body()) : text(type, response.body());
    return new Reply(response.statusCode(), type, body);
  }

  private static JsonNode text(String type, byte[] body) throws IOException {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    String text = type.contains("zip") ? unzipped(body) : new String(body, StandardCharsets.UTF_8);
    return JsonNodeFactory.instance.textNode(text);
  }

  private static String unzipped(byte[] zip) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        String content = new String(files.readAllBytes(), StandardCharsets.UTF_8);
        all.append(file.getName()).append('\n').append(content).append('\n');
      }
    }
    return all.toString();
  }

  private static byte[] multipart(List<NamedFile> files) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (NamedFile file : files) {
      body.write(head(file).getBytes(StandardCharsets.UTF_8));
      body.write(file.content());
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static String head(NamedFile file) {
    return """
    --%s\r
    Content-Disposition: form-data; name="file"; filename="%s"\r
    Content-Type: application/octet-stream\r
    \r
    """
        .formatted(BOUNDARY, file.name());
  }

  @Override
  public void close() {
    client.close();
  }
}
