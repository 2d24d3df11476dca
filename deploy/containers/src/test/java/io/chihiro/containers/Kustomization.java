package io.chihiro.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chihiro.events.TextHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A folder with a `kustomization.yaml`, put together as kustomize does, as far as `deploy` needs
/// it: resources, components, generated config maps, patches of JSON (RFC 6902), and a namespace
/// for whatever a folder and those below it have brought.
///
/// A generated map has a hash of its content behind its name, and whoever runs in a pod is told of
/// it; other kinds are not.
///
/// @param objects by `kind/name`, patched
/// @param files every file that was read for it
/// @param renamed what generated maps are called, by the name that was given
record Kustomization(Map<String, JsonNode> objects, Set<Path> files, Map<String, String> renamed) {
  static final String FILE = "kustomization.yaml";

  private static final Set<String> OF_NO_NAMESPACE = Set.of("Namespace");
  private static final List<String> MAPS_OF_PODS =
      List.of("configMap", "configMapRef", "configMapKeyRef");
  private static final int HASH = 10;

  /// Puts a folder together.
  ///
  /// @throws AssertionError if a file, a target or a place to patch is missing, or a name is there
  ///     twice
  static Kustomization of(Path folder) {
    Kustomization all = new Kustomization(new LinkedHashMap<>(), new TreeSet<>(), new TreeMap<>());
    all.take(folder.normalize());
    all.ofKind("StatefulSet").forEach(all::tellOfMaps);
    all.ofKind("Job").forEach(all::tellOfMaps);
    return all;
  }

  JsonNode object(String kind, String name) {
    JsonNode found = objects.get(kind + "/" + name);
    if (found == null) {
      throw new AssertionError("there is no " + kind + " " + name);
    }
    return found;
  }

  List<JsonNode> ofKind(String kind) {
    return objects.values().stream()
        .filter(each -> each.path("kind").asText().equals(kind))
        .toList();
  }

  private void take(Path folder) {
    JsonNode own = read(folder.resolve(FILE)).getFirst();
    var wrong = DeployFiles.against("kustomization.schema.json", own);
    if (!wrong.isEmpty()) {
      throw new AssertionError(folder + ": " + wrong);
    }
    Set<String> before = Set.copyOf(objects.keySet());
    for (String each : ComposeFile.strings(own.path("resources"))) {
      Path resource = folder.resolve(each).normalize();
      if (Files.isDirectory(resource)) {
        take(resource);
      } else {
        read(resource).forEach(this::add);
      }
    }
    ComposeFile.strings(own.path("components"))
        .forEach(each -> take(folder.resolve(each).normalize()));
    own.path("configMapGenerator").forEach(each -> generate(folder, each));
    own.path("patches").forEach(each -> patch(folder, each));
    if (own.has("namespace")) {
      objects.entrySet().stream()
          .filter(each -> !before.contains(each.getKey()))
          .forEach(each -> settle(each.getValue(), own.path("namespace").asText()));
    }
  }

  private static void settle(JsonNode object, String namespace) {
    if (!OF_NO_NAMESPACE.contains(object.path("kind").asText())) {
      ((ObjectNode) object.path("metadata")).put("namespace", namespace);
    }
  }

  private List<JsonNode> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new AssertionError("there is no " + file);
    }
    files.add(file.normalize());
    return DeployFiles.documents(file);
  }

  private void add(JsonNode object) {
    String key = object.path("kind").asText() + "/" + object.at("/metadata/name").asText();
    if (objects.put(key, object) != null) {
      throw new AssertionError(key + " is there twice");
    }
  }

  private void generate(Path folder, JsonNode generator) {
    ObjectNode map =
        (ObjectNode) DeployFiles.documentsOf("{apiVersion: v1, kind: ConfigMap}").getFirst();
    ObjectNode data = map.putObject("data");
    for (String each : ComposeFile.strings(generator.path("files"))) {
      Path file = folder.resolve(each.substring(each.indexOf('=') + 1)).normalize();
      if (!file.startsWith(folder)) {
        throw new AssertionError(file + " lies outside of " + folder);
      }
      files.add(file);
      data.put(each.contains("=") ? each.substring(0, each.indexOf('=')) : name(file), text(file));
    }
    for (String each : ComposeFile.strings(generator.path("literals"))) {
      data.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
    }
    String given = generator.path("name").asText();
    renamed.put(given, given + "-" + TextHash.of(DeployFiles.text(data)).substring(0, HASH));
    map.putObject("metadata").put("name", renamed.get(given));
    add(map);
  }

  private void tellOfMaps(JsonNode workload) {
    for (String place : MAPS_OF_PODS) {
      for (JsonNode map : workload.findValues(place)) {
        String name = map.path("name").asText();
        ((ObjectNode) map).put("name", renamed.getOrDefault(name, name));
      }
    }
  }

  private void patch(Path folder, JsonNode patch) {
    JsonNode target = object(patch.at("/target/kind").asText(), patch.at("/target/name").asText());
    for (JsonNode step : read(folder.resolve(patch.path("path").asText())).getFirst()) {
      apply(target, step);
    }
  }

  private static void apply(JsonNode target, JsonNode step) {
    String path = step.path("path").asText();
    JsonNode parent = target.at(path.substring(0, path.lastIndexOf('/')));
    String last = path.substring(path.lastIndexOf('/') + 1);
    switch (step.path("op").asText()) {
      case "add" -> put(parent, last, step.path("value"), path);
      case "replace" -> {
        there(parent, last, path);
        put(parent, last, step.path("value"), path);
      }
      case "remove" -> {
        there(parent, last, path);
        var _ = ((ObjectNode) parent).remove(last);
      }
      default -> throw new AssertionError("unknown step " + step);
    }
  }

  private static void there(JsonNode parent, String last, String path) {
    if (!parent.has(last)) {
      throw new AssertionError("nothing to patch at " + path);
    }
  }

  private static void put(JsonNode parent, String last, JsonNode value, String path) {
    if (parent instanceof ArrayNode list && last.equals("-")) {
      list.add(value.deepCopy());
    } else if (parent instanceof ObjectNode object) {
      object.set(last, value.deepCopy());
    } else {
      throw new AssertionError("nothing to patch at " + path);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /// Every file below some folders.
  static Set<Path> below(Path... folders) {
    List<Path> all = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).map(Path::normalize).forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new TreeSet<>(all);
  }
}
