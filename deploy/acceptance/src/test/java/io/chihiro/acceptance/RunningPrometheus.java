package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.Ports;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Prometheus as the project's own files set it up, but for the ports and a quicker pace: on a free
/// port of 127.0.0.1, with its data in the test's folder.
final class RunningPrometheus implements AutoCloseable {
  static final Path FILES =
      Path.of(System.getProperty("chihiro.root", "../.."), "deploy", "prometheus");

  private static final String PACE = "2s";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final long LAST_WORDS_SECONDS = 10;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final Process process;

  private RunningPrometheus(String address, Process process) {
    this.address = address;
    this.process = process;
  }

  /// A program of the package `prometheus`, if it is on the path.
  static Optional<Path> program(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts it beside a running system and waits until it answers.
  static RunningPrometheus beside(RunningSystem system, Path program, Path folder)
      throws Exception {
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(config, pointedAt(system.ports()));
    Files.copy(FILES.resolve("rules.yml"), folder.resolve("rules.yml"));
    String address = "127.0.0.1:" + freePort();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address,
                "--log.level=warn")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prometheus.log").toFile())
            .start();
    RunningPrometheus running = new RunningPrometheus(address, process);
    Patience.untilTrue(PATIENCE, "Prometheus answers", running::ready);
    return running;
  }

  private static String pointedAt(Ports ports) throws IOException {
    return Files.readString(FILES.resolve("prometheus.yml"))
        .replace("127.0.0.1:8080", "127.0.0.1:" + ports.recommend())
        .replace("127.0.0.1:8081", "127.0.0.1:" + ports.ocr())
        .replace("127.0.0.1:8082", "127.0.0.1:" + ports.ingest())
        .replace("127.0.0.1:8083", "127.0.0.1:" + ports.embedding())
        .replace("127.0.0.1:8084", "127.0.0.1:" + ports.training())
        .replaceAll("(_interval|_timeout): \\d+s", "$1: " + PACE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean ready() {
    try {
      return get("/-/ready").status() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Waits until every service was scraped twice more, without a failure.
  void awaitTwoScrapes() throws Exception {
    String scrapes = "min(sum_over_time(up{job=\"chihiro\"}[1h]))";
    double before = values(scrapes).stream().mapToDouble(d -> d).sum();
    boolean _ =
        Patience.until(
            PATIENCE,
            "two scrapes of every service",
            () ->
                values(scrapes).stream()
                    .filter(now -> now >= before + 2)
                    .map(_ -> true)
                    .findFirst());
  }

  /// What a query gives now, series by series.
  ///
  /// @throws AssertionError if it is no query
  List<Double> values(String query) throws IOException, InterruptedException {
    Answer answer = get("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    if (answer.status() != 200) {
      throw new AssertionError(query + ": " + answer.body());
    }
    JsonNode result = Api.JSON.readTree(answer.body()).path("data").path("result");
    return result.valueStream().map(series -> value(series.path("value").path(1))).toList();
  }

  private static double value(JsonNode told) {
    return switch (told.asText()) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(told.asText());
    };
  }

  private record Answer(int status, String body) {}

  private Answer get(String path) throws IOException, InterruptedException {
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://" + address + path)).build(),
            BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body());
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Process _ = process.destroyForcibly();
  }
}
