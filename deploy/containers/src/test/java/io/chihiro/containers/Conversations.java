package io.chihiro.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.Service;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Who has to talk to whom: whoever has a setting for where somebody is.
final class Conversations {
  /// One talks to another.
  record Edge(String from, String to, int port) implements Comparable<Edge> {
    @Override
    public int compareTo(Edge other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return from + " → " + to + ":" + port;
    }
  }

  private static final int VALKEY = 6379;
  private static final int MINIO = 9000;
  private static final int PROMETHEUS = 9090;

  private Conversations() {}

  /// All of them.
  ///
  /// @param broker the port of the broker
  static Set<Edge> all(int broker) {
    Set<Edge> all = new TreeSet<>();
    for (Service service : Service.values()) {
      all.addAll(of(service, KnownSettings.of(service), broker));
      all.add(new Edge("prometheus", service.title(), KnownSettings.of(service).port()));
    }
    all.add(new Edge("buckets", "minio", MINIO));
    all.add(new Edge("grafana", "prometheus", prometheusOfGrafana()));
    return all;
  }

  private static Set<Edge> of(Service service, KnownSettings settings, int broker) {
    Set<Edge> all = new TreeSet<>();
    String from = service.title();
    if (settings.has("chihiro.broker")) {
      all.add(new Edge(from, "kafka", broker));
    }
    if (settings.has("chihiro.redis")) {
      all.add(new Edge(from, "valkey", VALKEY));
    }
    if (Stream.of("chihiro.models.bucket.name", "chihiro.ocr.s3.bucket").anyMatch(settings::has)) {
      all.add(new Edge(from, "minio", MINIO));
    }
    for (Service other : Service.values()) {
      if (settings.has("chihiro." + other.name().toLowerCase(Locale.ROOT) + ".url")) {
        all.add(new Edge(from, other.title(), KnownSettings.of(other).port()));
      }
    }
    return all;
  }

  private static int prometheusOfGrafana() {
    JsonNode source =
        DeployFiles.yaml(DeployFiles.DEPLOY.resolve("grafana/containers/prometheus.yml"));
    URI url = URI.create(source.at("/datasources/0/url").asText());
    if (!"prometheus".equals(url.getHost()) || url.getPort() != PROMETHEUS) {
      throw new AssertionError("Grafana asks " + url);
    }
    return url.getPort();
  }
}
