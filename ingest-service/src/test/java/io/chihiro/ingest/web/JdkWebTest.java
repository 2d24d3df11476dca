package io.chihiro.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.ingest.web.Reply.Answered;
import io.chihiro.ingest.web.Reply.Silent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Answers as they come over a real connection: whole, cut, slow, or not at all.
class JdkWebTest {
  private static final Duration PATIENCE = Duration.ofMillis(700);

  @Test
  void aWholeAnswerIsReadWithItsHeaders() throws Exception {
    try (Answering server = new Answering("429", "Retry-After: 79892", 2, "no", false);
        JdkWeb web = new JdkWeb(Duration.ofSeconds(20))) {
      Answered answer = (Answered) web.ask(Ask.get(server.address(), Map.of()));

      assertEquals(429, answer.status());
      assertEquals("no", answer.body());
      assertEquals(
          Optional.of(Instant.EPOCH.plusSeconds(79_892)), RetryAfter.of(answer, Instant.EPOCH));
    }
  }

  @Test
  void anAnswerThatBreaksOffIsNone() throws Exception {
    try (Answering server = new Answering("200 OK", "X: y", 1_000, "{\"items\":[", false);
        JdkWeb web = new JdkWeb(Duration.ofSeconds(20))) {
      assertEquals(
          new Silent("broke off its answer"), web.ask(Ask.get(server.address(), Map.of())));
    }
  }

  @Test
  void anAnswerThatTricklesIsNotWaitedForForEver() throws Exception {
    try (Answering server = new Answering("200 OK", "X: y", 1_000, "{\"items\":[", true);
        JdkWeb web = new JdkWeb(PATIENCE)) {
      Reply reply = web.ask(Ask.get(server.address(), Map.of()));

      assertTrue(reply instanceof Silent(String why) && why.startsWith("did not answer"));
    }
  }

  @Test
  void whereNobodyListensNobodyCanBeReached() throws Exception {
    URI nobody;
    try (Answering server = new Answering("200 OK", "X: y", 0, "", false)) {
      nobody = server.address();
    }
    try (JdkWeb web = new JdkWeb(Duration.ofSeconds(20))) {
      assertEquals(new Silent("cannot be reached"), web.ask(Ask.get(nobody, Map.of())));
    }
  }

  @Test
  void noRedirectIsFollowedBecauseATokenWouldFollowIt() throws Exception {
    try (Answering server =
            new Answering("302 Found", "Location: http://127.0.0.1:1/", 0, "", false);
        JdkWeb web = new JdkWeb(Duration.ofSeconds(20))) {
      Answered answer = (Answered) web.ask(Ask.get(server.address(), Map.of()));

      assertEquals(302, answer.status());
    }
  }

  @Test
  void withoutTlsNothingButLoopbackIsAsked() {
    try (JdkWeb web = new JdkWeb(PATIENCE)) {
      Ask plain = Ask.get(URI.create("http://api.example/v1"), Map.of());

      assertThrows(IllegalArgumentException.class, () -> web.ask(plain));
    }
  }

  @Test
  void aCallThatIsPrintedShowsNeitherItsQueryNorItsHeadersNorItsBody() {
    Ask ask =
        new Ask(
            "POST", URI.create("https://a.example/x?key=k1"), Map.of("Authorization", "t1"), "b1");

    assertEquals("POST a.example", ask.toString());
    assertFalse(new Answered(200, Map.of(), "secret").toString().contains("secret"));
  }

  @Test
  void retryAfterMayBeADateOrNonsense() {
    Instant now = Instant.parse("2026-06-01T08:00:00Z");

    assertEquals(
        Optional.of(Instant.parse("2026-06-02T08:00:00Z")),
        RetryAfter.of(retry("Tue, 2 Jun 2026 08:00:00 GMT"), now));
    assertEquals(Optional.empty(), RetryAfter.of(retry("soon"), now));
    assertEquals(Optional.empty(), RetryAfter.of(retry("-5"), now));
    assertEquals(Optional.empty(), RetryAfter.of(new Answered(429, Map.of(), ""), now));
  }

  private static Answered retry(String value) {
    return new Answered(429, Map.of("retry-after", value), "");
  }

  /// A server of one answer.
  private static final class Answering implements AutoCloseable {
    private final ServerSocket server;
    private final byte[] answer;
    private final boolean hangs;

    Answering(String status, String header, int length, String body, boolean hangs)
        throws IOException {
      this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
      this.hangs = hangs;
      this.answer =
          "HTTP/1.1 %s\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(status, header, length, body)
              .getBytes(StandardCharsets.US_ASCII);
      Thread.ofVirtual().start(this::serve);
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    private void serve() {
      try (Socket caller = server.accept();
          OutputStream out = caller.getOutputStream()) {
        int first = caller.getInputStream().read();
        out.write(answer);
        out.flush();
        // Until the caller gives up.
        while (hangs && first >= 0) {
          first = caller.getInputStream().read();
        }
      } catch (IOException _) {
        // The caller has gone.
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
