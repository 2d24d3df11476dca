package io.chihiro.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// An OpenAI-compatible server that takes its time and remembers which photo it was asked about,
/// how often, and whether its answer was taken.
final class SlowVisionServer implements AutoCloseable {
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Duration delay;
  private final Map<String, Integer> asked = new HashMap<>();
  private final Set<String> answered = new HashSet<>();
  private final Set<String> askedAfterAnswer = new HashSet<>();
  private int atOnce;
  private int mostAtOnce;

  SlowVisionServer(Duration delay) throws IOException {
    this.delay = delay;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String photo = photo(exchange.getRequestBody().readAllBytes());
      int number = begin(photo);
      byte[] page = answer(number).getBytes(StandardCharsets.UTF_8);
      if (!closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.getResponseBody().flush();
        answered(photo);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      ended();
    }
  }

  private static String photo(byte[] question) throws IOException {
    JsonNode content = Api.JSON.readTree(question).path("messages").path(0).path("content").path(1);
    return content.path("image_url").path("url").asText();
  }

  private synchronized int begin(String photo) {
    if (answered.contains(photo)) {
      askedAfterAnswer.add(photo);
    }
    atOnce++;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    int before = asked.size();
    asked.merge(photo, 1, Integer::sum);
    return before;
  }

  private synchronized void answered(String photo) {
    answered.add(photo);
  }

  private synchronized void ended() {
    atOnce--;
  }

  private static String answer(int number) {
    return Api.JSON
        .createObjectNode()
        .<com.fasterxml.jackson.databind.node.ObjectNode>set(
            "choices", Api.JSON.createArrayNode().add(choice(number)))
        .set("usage", Api.JSON.createObjectNode().put("prompt_tokens", 1100))
        .toString();
  }

  private static JsonNode choice(int number) {
    String text =
        FIRST_DAY.plusDays(number) + "\nPage %d of a long year, and rain.".formatted(number + 1);
    return Api.JSON
        .createObjectNode()
        .put("finish_reason", "stop")
        .set("message", Api.JSON.createObjectNode().put("content", text));
  }

  /// How many photos were asked about.
  synchronized int photos() {
    return asked.size();
  }

  /// How many photos were answered.
  synchronized int answers() {
    return answered.size();
  }

  /// How many questions there were.
  synchronized int questions() {
    return asked.values().stream().mapToInt(times -> times).sum();
  }

  /// Photos that were asked about again although their answer had been sent.
  synchronized int askedAfterAnswer() {
    return askedAfterAnswer.size();
  }

  /// The most questions at one moment, those of a killed process included.
  synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }
}
