package io.chihiro.recommend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeighboursTest {
  @Test
  void whoeverSendsNothingDoesNotWaitForEver() {
    assertTrue(patience("GET", BodyPublishers.noBody()).isPresent());
    assertTrue(
        patience("POST", BodyPublishers.ofInputStream(InputStream::nullInputStream)).isEmpty());
  }

  private static Optional<Duration> patience(String method, BodyPublisher body) {
    return Neighbours.request(URI.create("http://127.0.0.1:1/"), method, body).build().timeout();
  }
}
