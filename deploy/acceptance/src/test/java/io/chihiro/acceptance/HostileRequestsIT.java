package io.chihiro.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.acceptance.Routes.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Every call that the services describe, made in bad faith through the front door: the answer is a
/// refusal in a sentence, never a failure, and tells nothing of what is inside.
@Order(3)
class HostileRequestsIT extends UnharmedSystem {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\bat io\\.|java\\.|\"stack\"|/tmp/", Pattern.CASE_INSENSITIVE);

  /// What only Quarkus itself says, before anything of ours is reached: without a body.
  private static final int ADDRESS_TOO_LONG = 414;

  private static final String UP = "%2e%2e";

  private static final List<String> PARTS =
      List.of(
          "..%2f..%2f..%2fetc%2fpasswd",
          UP,
          "%00",
          "%ff%fe",
          "%27%20OR%201%3D1--",
          "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
          "%24%7Bjndi%3Aldap%3A%2F%2F127.0.0.1%2Fx%7D",
          "%0d%0aX-Evil:1",
          "other%2Fentry",
          "a".repeat(5_000),
          "*");

  private static final List<String> BODIES =
      List.of(
          "",
          "null",
          "{",
          "[]",
          "7",
          "\"x\"",
          "[".repeat(20_000),
          "{\"a\":".repeat(5_000),
          "{\"mood\":{\"$gt\":\"\"},\"date\":[],\"text\":{}}",
          "{\"limit\":1e999,\"mood\":\"x\"}",
          "{\"__proto__\":{\"x\":1}}",
          "{\"mood\":\"" + "x".repeat(3_000_000) + "\"}",
          "\u00ff\u0000");

  private static final List<String> QUERIES =
      List.of(
          "from=x",
          "from=2024-13-01&to=y",
          "from=9999999-01-01&to=-9999999-01-01",
          "limit=-1",
          "limit=999999999999999",
          "q=%00",
          "status=%00",
          "alias=..%2f",
          "all=maybe",
          "forget=perhaps");

  private static final int CALLERS = 4;
  private static final List<Integer> NO_CALL = List.of(404, 405);
  private static final List<String> BEHIND =
      List.of(
          "/api/v1/erasures/scope",
          "/api/v1/erasures/files",
          "/api/v1/erasures/tastes",
          "/api/v1/pictures",
          "/api/v1/progress/share");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();

  HostileRequestsIT() throws Exception {}

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void everyCallInBadFaithIsRefusedInASentence(TestReporter reporter) throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<?>> routes = new ArrayList<>();
      for (Route route : Routes.of(system)) {
        routes.add(callers.submit(() -> inBadFaith(route)));
      }
      for (Future<?> route : routes) {
        var _ = route.get();
      }
    }
    atNoAddress();
    reporter.publishEntry("%d hostile requests".formatted(asked.get()));
    assertTrue(asked.get() >= 500, asked.get() + " requests");
    assertEquals(List.of(), List.copyOf(faults));
  }

  private Object inBadFaith(Route route) throws Exception {
    withNastyParts(route);
    withNastyBodies(route);
    withNastyQueries(route);
    withoutTheToken(route);
    return route;
  }

  private void withNastyParts(Route route) throws Exception {
    if (route.hasParts()) {
      for (String part : PARTS) {
        String path = route.withPart(part);
        // Two dots at its end make it the address above, which may be a call of its own.
        if (path.endsWith("/" + UP)) {
          harmless(route.method(), path, json("{}"), system.token());
        } else {
          refused(route.method(), path, json("{}"), system.token());
        }
      }
    }
  }

  private void withNastyBodies(Route route) throws Exception {
    if (!route.takesABody() || route.path().endsWith("/train")) {
      return;
    }
    String path = route.withPart("nothing");
    for (String body : BODIES) {
      harmless(route.method(), path, json(body), system.token());
    }
    for (String type :
        List.of("text/xml", "multipart/form-data", "multipart/form-data; boundary=x")) {
      Body body = new Body(type, "--x\r\nbroken");
      harmless(route.method(), path, body, system.token());
    }
  }

  private void withNastyQueries(Route route) throws Exception {
    if (route.method().equals("GET")) {
      for (String query : QUERIES) {
        harmless("GET", route.withPart("nothing") + "?" + query, Body.NONE, system.token());
      }
    }
  }

  private void withoutTheToken(Route route) throws Exception {
    String right = system.token();
    for (String token : List.of("", "x", right.substring(1), right + "0", "a".repeat(4_000))) {
      HttpResponse<String> answer =
          send(route.method(), route.withPart("nothing"), json("{}"), token);
      look(route.method(), route.path(), answer);
      // What only the services behind it take is no call at the front door, whoever makes it.
      boolean isNone = NO_CALL.contains(answer.statusCode()) && BEHIND.contains(route.path());
      assertTrue(isNone || answer.statusCode() == 401, route + ": " + answer.statusCode());
    }
  }

  private void atNoAddress() throws Exception {
    for (String path :
        List.of(
            "/api/v1/nothing",
            "/api/v1/plays//",
            "/api/v1/journal%00/pages",
            "/api/v1/journal/..%2f..%2fq/health",
            "/api/v1/journal/pages/..%2f..%2f..%2ftoken",
            "/.git/config",
            "/open?code=x",
            "/open?code=" + "a".repeat(3_000),
            "/q/dev",
            "/" + "a".repeat(9_000))) {
      refused("GET", path, Body.NONE, system.token());
    }
  }

  /// What is sent, and what it is said to be; each character is a byte.
  private record Body(String type, String content) {
    static final Body NONE = new Body("", "");

    BodyPublisher publisher() {
      return type.isEmpty()
          ? BodyPublishers.noBody()
          : BodyPublishers.ofString(content, StandardCharsets.ISO_8859_1);
    }
  }

  private static Body json(String text) {
    return new Body("application/json", text);
  }

  /// It may be passed over or refused.
  private void harmless(String method, String path, Body body, String token) throws Exception {
    look(method, path, send(method, path, body, token));
  }

  private void refused(String method, String path, Body body, String token) throws Exception {
    HttpResponse<String> answer = send(method, path, body, token);
    look(method, path, answer);
    if (answer.statusCode() / 100 != 4) {
      fault(method, path, answer);
    }
  }

  private void look(String method, String path, HttpResponse<String> answer) {
    boolean broken = answer.statusCode() >= 500;
    boolean refusal = answer.statusCode() >= 400 && answer.statusCode() != ADDRESS_TOO_LONG;
    String type = answer.headers().firstValue("Content-Type").orElse("");
    boolean wordless = refusal && !type.startsWith("application/problem+json") && isOfTheApi(path);
    boolean telling = refusal && INSIDE.matcher(answer.body()).find();
    if (broken || wordless || telling) {
      fault(method, path, answer);
    }
  }

  private static boolean isOfTheApi(String path) {
    return path.startsWith("/api/");
  }

  private void fault(String method, String path, HttpResponse<String> answer) {
    String start = path.substring(0, Math.min(path.length(), 100));
    String said = answer.body().substring(0, Math.min(answer.body().length(), 100));
    faults.add("%s %s: %d %s".formatted(method, start, answer.statusCode(), said));
  }

  private HttpResponse<String> send(String method, String path, Body body, String token)
      throws IOException, InterruptedException {
    asked.incrementAndGet();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + system.ports().first() + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .method(method, method.equals("GET") ? BodyPublishers.noBody() : body.publisher());
    if (!body.type().isEmpty()) {
      var _ = request.header("Content-Type", body.type());
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException _) {
      // After a call that cannot be parsed the server lets go of the connection.
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
