package io.chihiro.containers;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.Service;
import java.util.Map;
import java.util.TreeMap;

/// What a workload runs.
///
/// @param labels of the pod
/// @param spec of the pod
record Pod(String name, Map<String, String> labels, JsonNode spec) {
  static Pod of(Kustomization all, Service service) {
    return of(all, service.title());
  }

  static Pod of(Kustomization all, String name) {
    return of(all.object("StatefulSet", name));
  }

  static Pod of(JsonNode workload) {
    Map<String, String> labels = new TreeMap<>();
    workload
        .at("/spec/template/metadata/labels")
        .properties()
        .forEach(each -> labels.put(each.getKey(), each.getValue().asText()));
    return new Pod(
        workload.at("/metadata/name").asText(), labels, workload.at("/spec/template/spec"));
  }

  /// The one container.
  JsonNode container() {
    if (spec.path("containers").size() != 1) {
      throw new AssertionError(name + " has not one container");
    }
    return spec.at("/containers/0");
  }

  /// Every variable, with its value, or `secret/key`, or the field it is taken from.
  Map<String, String> environment() {
    Map<String, String> all = new TreeMap<>();
    for (JsonNode each : container().path("env")) {
      JsonNode secret = each.at("/valueFrom/secretKeyRef");
      String from =
          secret.isMissingNode()
              ? each.at("/valueFrom/fieldRef/fieldPath").asText("")
              : secret.path("name").asText() + "/" + secret.path("key").asText();
      all.put(each.path("name").asText(), each.path("value").asText(from));
    }
    return all;
  }
}
