package io.chihiro.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// One address in front of several copies of a service, for tests and measurements: each call goes
/// to the next copy, and to the one after it when that cannot be reached, breaks off or says that
/// it is not ready. Every write is idempotent by key, so a call that broke off may be sent again.
public final class OneAddress implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int NO_COPY = 502;
  private static final int NOT_READY = 503;
  private static final Set<String> NOT_PASSED =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "date");

  private final List<URI> copies;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final AtomicInteger turn = new AtomicInteger();

  private OneAddress(List<URI> copies, HttpServer server) {
    this.copies = List.copyOf(copies);
    this.server = server;
  }

  /// Begins to pass calls on.
  public static OneAddress before(List<URI> copies) {
    try {
      var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      OneAddress address = new OneAddress(copies, HttpServer.create(anywhere, 0));
      address.server.createContext("/", address::passOn);
      address.server.setExecutor(address.workers);
      address.server.start();
      return address;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1", e);
    }
  }

  /// Where it answers.
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
    client.close();
  }

  private void passOn(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      Optional<HttpResponse<byte[]>> answer = ask(call, body);
      if (answer.isEmpty()) {
        call.sendResponseHeaders(NO_COPY, -1);
        return;
      }
      answer(call, answer.get());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  // A copy that has just come back says that it is not ready yet.
  private Optional<HttpResponse<byte[]>> ask(HttpExchange call, byte[] body)
      throws InterruptedException {
    Optional<HttpResponse<byte[]>> last = Optional.empty();
    int first = turn.getAndIncrement();
    for (int i = 0; i < copies.size(); i++) {
      URI copy = copies.get(Math.floorMod(first + i, copies.size()));
      Optional<HttpResponse<byte[]>> answer = ask(call, body, copy);
      if (answer.filter(it -> it.statusCode() != NOT_READY).isPresent()) {
        return answer;
      }
      last = answer.isPresent() ? answer : last;
    }
    return last;
  }

  private Optional<HttpResponse<byte[]>> ask(HttpExchange call, byte[] body, URI copy)
      throws InterruptedException {
    try {
      return Optional.of(client.send(request(call, body, copy), BodyHandlers.ofByteArray()));
    } catch (IOException _) {
      // The next one may be there.
      return Optional.empty();
    }
  }

  private static void answer(HttpExchange call, HttpResponse<byte[]> answer) throws IOException {
    answer.headers().map().entrySet().stream()
        .filter(header -> isPassed(header.getKey()))
        .forEach(header -> call.getResponseHeaders().put(header.getKey(), header.getValue()));
    call.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    if (answer.body().length > 0) {
      call.getResponseBody().write(answer.body());
    }
  }

  private static HttpRequest request(HttpExchange call, byte[] body, URI copy) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(copy.resolve(call.getRequestURI().toString()))
            .method(
                call.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    call.getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (isPassed(name)) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static boolean isPassed(String header) {
    return !NOT_PASSED.contains(header.toLowerCase(Locale.ROOT)) && !header.startsWith(":");
  }
}
