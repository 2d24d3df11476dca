package io.chihiro.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.chihiro.tracing.otlp.OtlpTracer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtlpTracerTest {
  private static final String BEFORE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
  private HttpServer collector;
  private OtlpTracer tracer;

  @BeforeEach
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        call -> {
          byte[] body = call.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.ISO_8859_1));
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    collector.start();
    URI address = URI.create("http://127.0.0.1:" + collector.getAddress().getPort());
    tracer = new OtlpTracer(address, "test-service");
  }

  @AfterEach
  void stop() {
    tracer.close();
    collector.stop(0);
  }

  @Test
  void whatFollowsIsOfTheSameTrace() {
    try (Span span = tracer.follow("a step", BEFORE)) {
      String said = span.traceparent().orElseThrow();
      assertEquals(BEFORE.substring(0, 36), said.substring(0, 36));
      assertTrue(!said.equals(BEFORE), said);
    }
  }

  @Test
  void whatBeginsMeanwhileIsAPartOfThisThreadsStep() {
    assertEquals(Optional.empty(), tracer.current());
    try (Span whole = tracer.begin("whole").onThisThread();
        Span part = tracer.begin("part")) {
      assertEquals(whole.traceparent(), tracer.current());
      assertEquals(trace(whole), trace(part));
    }
    assertEquals(Optional.empty(), tracer.current());
  }

  @Test
  void whatSaysNothingReadableBeginsATraceOfItsOwn() {
    try (Span span = tracer.follow("a step", "somebody's words")) {
      assertTrue(span.traceparent().isPresent());
    }
  }

  @Test
  void theCollectorIsToldTheServiceAndTheStep() throws InterruptedException {
    try (Span span = tracer.begin("a step")) {
      span.count("records", 3);
    }
    tracer.close();

    String told = received.take();
    assertTrue(told.contains("test-service") && told.contains("a step"), told);
  }

  @Test
  void nothingFollowsWhereNothingIsTraced() {
    assertEquals(Optional.empty(), Tracing.follow("a step", Optional.of(BEFORE)).traceparent());
    assertEquals(Optional.empty(), Tracing.get().current());
  }

  private static String trace(Span span) {
    return span.traceparent().orElseThrow().substring(0, 36);
  }
}
