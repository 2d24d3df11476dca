package io.chihiro.acceptance;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/// A collector that keeps what it is sent, by OTLP over HTTP. Thread-safe.
///
/// Numbers are those of the fields in `opentelemetry/proto/collector/trace/v1`.
final class RecordedTraces implements AutoCloseable {
  private static final int RESOURCE_SPANS = 1;
  private static final int RESOURCE = 1;
  private static final int SCOPE_SPANS = 2;
  private static final int SPANS = 2;
  private static final int TRACE_ID = 1;
  private static final int NAME = 5;
  private static final int ATTRIBUTES = 1;
  private static final int VALUE = 2;
  private static final int STRING = 1;

  private final List<byte[]> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  RecordedTraces() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::keep);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What came, as it came.
  List<byte[]> received() {
    return received;
  }

  /// The steps of every trace, each as `service: step`.
  Map<String, Set<String>> steps() throws InvalidProtocolBufferException {
    Map<String, Set<String>> steps = new TreeMap<>();
    for (byte[] each : received) {
      for (UnknownFieldSet ofService : in(UnknownFieldSet.parseFrom(each), RESOURCE_SPANS)) {
        UnknownFieldSet resource = in(ofService, RESOURCE).getFirst();
        UnknownFieldSet name = in(in(resource, ATTRIBUTES).getFirst(), VALUE).getFirst();
        for (UnknownFieldSet scope : in(ofService, SCOPE_SPANS)) {
          for (UnknownFieldSet span : in(scope, SPANS)) {
            steps
                .computeIfAbsent(traceId(span), _ -> new TreeSet<>())
                .add(text(name, STRING) + ": " + text(span, NAME));
          }
        }
      }
    }
    return steps;
  }

  private static String traceId(UnknownFieldSet span) {
    return HexFormat.of().formatHex(bytes(span, TRACE_ID).getFirst().toByteArray());
  }

  private static String text(UnknownFieldSet message, int field) {
    return bytes(message, field).getFirst().toStringUtf8();
  }

  private static List<ByteString> bytes(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList();
  }

  private static List<UnknownFieldSet> in(UnknownFieldSet message, int field)
      throws InvalidProtocolBufferException {
    List<UnknownFieldSet> inner = new ArrayList<>();
    for (ByteString each : bytes(message, field)) {
      inner.add(UnknownFieldSet.parseFrom(each));
    }
    return inner;
  }

  private void keep(HttpExchange call) throws IOException {
    received.add(call.getRequestBody().readAllBytes());
    call.sendResponseHeaders(200, -1);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
