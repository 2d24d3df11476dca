package io.chihiro.containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A folder with a `kustomization.yaml`, put together as kustomize does, as far as `deploy` needs
/// it: resources, components, generated config maps, and patches of JSON (RFC 6902).
///
/// @param objects by `kind/name`, patched
/// @param files every file that was read for it
record Kustomization(Map<String, JsonNode> objects, Set<Path> files) {
  static final String FILE = "kustomization.yaml";

  /// Puts a folder together.
  ///
  /// @throws AssertionError if a file, a target or a place to patch is missing, or a name is there
  ///     twice
  static Kustomization of(Path folder) {
    Kustomization all = new Kustomization(new LinkedHashMap<>(), new TreeSet<>());
    all.take(folder.normalize());
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
    map.putObject("metadata").put("name", generator.path("name").asText());
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
    add(map);
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
