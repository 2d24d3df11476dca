package io.chihiro.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;

/// Asks each process whether it is ready to work.
final class Health implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Ports ports;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  Health(Ports ports) {
    this.ports = ports;
  }

  /// Whether the process of this name, one of [Programs#names], is ready.
  boolean ready(String name) throws InterruptedException {
    return switch (name) {
      case Programs.REDIS -> EmbeddedCache.answers(ports.redis());
      case Programs.BROKER -> Ports.answers(ports.broker());
      default -> serviceReady(service(name).port(ports));
    };
  }

  @Override
  public void close() {
    client.close();
  }

  private static Service service(String name) {
    return Stream.of(Service.values())
        .filter(service -> service.title().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// Whether a service on this port is ready.
  boolean serviceReady(int port) throws InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }
}
