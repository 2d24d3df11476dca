package io.chihiro.containers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// `deploy/compose.yaml`, asked as its engine would.
///
/// @param all the document
record ComposeFile(JsonNode all) {
  static ComposeFile read() {
    return new ComposeFile(DeployFiles.yaml(DeployFiles.DEPLOY.resolve("compose.yaml")));
  }

  Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new TreeMap<>();
    all.path("services").properties().forEach(each -> services.put(each.getKey(), each.getValue()));
    return services;
  }

  JsonNode service(String name) {
    return all.path("services").path(name);
  }

  /// Every key of an environment, with what it is set to; what is handed through has no value.
  Map<String, String> environment(String name) {
    Map<String, String> environment = new TreeMap<>();
    service(name)
        .path("environment")
        .properties()
        .forEach(each -> environment.put(each.getKey(), each.getValue().asText("")));
    return environment;
  }

  Set<String> networks(String name) {
    return new TreeSet<>(strings(service(name).path("networks")));
  }

  static List<String> strings(JsonNode node) {
    Stream<String> all =
        node.isObject()
            ? node.properties().stream().map(Map.Entry::getKey)
            : node.valueStream().map(JsonNode::asText);
    return all.toList();
  }
}
