package io.chihiro.ocr.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An OpenAI-compatible server that gives recorded answers and remembers what it was asked.
final class RecordedVisionServer implements AutoCloseable {
  /// One question it was asked.
  record Question(String path, String authorization, String key, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Question> questions = new CopyOnWriteArrayList<>();

  private RecordedVisionServer(HttpServer server) {
    this.server = server;
  }

  static RecordedVisionServer answering(int status, String body) throws IOException {
    var started = start();
    started.serve(exchange -> started.answer(exchange, status, body));
    return started;
  }

  /// One answer of several.
  record Reply(int status, String body, Map<String, String> headers) {}

  /// Gives each answer once, in this order, and the last one from then on.
  static RecordedVisionServer replying(Reply... replies) throws IOException {
    var started = start();
    var left = new ConcurrentLinkedDeque<>(List.of(replies));
    started.serve(
        exchange -> {
          var reply = left.size() > 1 ? left.removeFirst() : left.getFirst();
          reply.headers().forEach(exchange.getResponseHeaders()::set);
          started.answer(exchange, reply.status(), reply.body());
        });
    return started;
  }

  /// Takes the question and says nothing, or begins an answer and never ends it.
  static RecordedVisionServer silent(boolean afterTheHeaders) throws IOException {
    var started = start();
    started.serve(exchange -> started.hang(exchange, afterTheHeaders));
    return started;
  }

  static String saying(String page) {
    return "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"%s\"}}]}"
        .formatted(page);
  }

  private static RecordedVisionServer start() throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return new RecordedVisionServer(HttpServer.create(loopback, 0));
  }

  private void serve(com.sun.net.httpserver.HttpHandler handler) {
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    var authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    var key = String.valueOf(exchange.getRequestHeaders().getFirst("X-Goog-Api-Key"));
    var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    questions.add(new Question(exchange.getRequestURI().getPath(), authorization, key, asked));
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void hang(HttpExchange exchange, boolean afterTheHeaders) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (afterTheHeaders) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("{\"choices\":[".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    }
    try {
      closing.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Question> questions() {
    return questions;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.close();
  }
}
