package io.chihiro.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chihiro.local.EmbeddedBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// The service in a process of its own, on a port of its own.
final class RunningService implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Path ROOT = Path.of(System.getProperty("chihiro.root"));
  private static final String TOKEN = "a-token-for-this-test-and-no-other";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;
  private final Path log;

  /// An answer.
  record Reply(int status, String body, Optional<String> location) {}

  private RunningService(Process process, int port, Path log) {
    this.process = process;
    this.address = "http://127.0.0.1:" + port;
    this.log = log;
  }

  /// Starts one whose training needs no more than half a minute.
  static RunningService start(EmbeddedBroker broker, Path home) throws Exception {
    return start(
        broker,
        home,
        Map.of("CHIHIRO_TRAINING_MOST_STEPS", "12", "CHIHIRO_TRAINING_JUDGED_BY", "held-out"));
  }

  static RunningService start(EmbeddedBroker broker, Path home, Map<String, String> settings)
      throws Exception {
    Files.createDirectories(home);
    Files.writeString(home.resolve("token"), TOKEN);
    Path log = home.resolve("log");
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                ROOT.resolve(Path.of("training-service", "target", "quarkus-app"))
                    .resolve("quarkus-run.jar")
                    .toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "CHIHIRO_HOME",
                home.toString(),
                "CHIHIRO_BROKER",
                broker.bootstrapServers(),
                "CHIHIRO_TRAINING_CHECKPOINT_STEPS",
                "1",
                "CHIHIRO_TRAINING_SHARES",
                "0.5,1",
                "DJL_OFFLINE",
                "true",
                "DJL_CACHE_DIR",
                ROOT.resolve(Path.of("target", "djl")).toString(),
                "OMP_WAIT_POLICY",
                "PASSIVE"));
    builder.environment().putAll(settings);
    RunningService service = new RunningService(builder.start(), port, log);
    service.awaitReady();
    return service;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws Exception {
    while (!ready()) {
      pause();
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(URI.create(address + "/q/health/ready")).build()).status()
          == 200;
    } catch (IOException _) {
      return false;
    }
  }

  /// Calls something under `/api/v1/models`.
  Reply call(String method, String path) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address + "/api/v1/models" + path))
            .header("Authorization", "Bearer " + TOKEN)
            .method(method, BodyPublishers.noBody())
            .build());
  }

  /// A page under `/api/v1/models`.
  String page(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address + "/api/v1/models" + path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Accept", "text/html")
            .build())
        .body();
  }

  JsonNode models() throws Exception {
    return JSON.readTree(call("GET", "").body());
  }

  /// The first status of the training that is as wanted.
  JsonNode await(Predicate<JsonNode> wanted) throws Exception {
    JsonNode status = JSON.readTree(call("GET", "/training").body());
    while (!wanted.test(status)) {
      if (status.path("state").asText().matches("failed|cancelled")) {
        throw new AssertionError(status + "\n" + Files.readString(log));
      }
      pause();
      status = JSON.readTree(call("GET", "/training").body());
    }
    return status;
  }

  private void pause() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError("the service has ended:\n" + Files.readString(log));
    }
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  private Reply send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Reply(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Location").map(location -> URI.create(location).getPath()));
  }

  /// As the system does when memory is gone.
  void kill() {
    var _ = process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    var _ = process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
    kill();
    client.close();
  }
}
