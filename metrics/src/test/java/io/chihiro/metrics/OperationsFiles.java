package io.chihiro.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What operations reads, as it lies in `deploy`.
final class OperationsFiles {
  static final Path DEPLOY = Path.of(System.getProperty("chihiro.root", ".."), "deploy");
  static final Path PROMETHEUS = DEPLOY.resolve("prometheus");
  static final Path GRAFANA = DEPLOY.resolve("grafana");

  private static final JsonMapper JSON = new JsonMapper();
  private static final YAMLMapper YAML = new YAMLMapper();

  private OperationsFiles() {}

  /// Every dashboard.
  static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
      return files.sorted().toList();
    }
  }

  static JsonNode json(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  static JsonNode yaml(Path file) throws IOException {
    return YAML.readTree(file.toFile());
  }

  /// Every alert.
  static Stream<JsonNode> alerts() throws IOException {
    return yaml(PROMETHEUS.resolve("rules.yml"))
        .path("groups")
        .valueStream()
        .flatMap(group -> group.path("rules").valueStream());
  }
}
