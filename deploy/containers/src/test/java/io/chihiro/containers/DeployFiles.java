package io.chihiro.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What lies in `deploy`, read as engines read it: anchors and merges resolved, no key twice.
final class DeployFiles {
  static final Path ROOT = Path.of(System.getProperty("chihiro.root", "../..")).toAbsolutePath();
  static final Path DEPLOY = ROOT.resolve("deploy").normalize();

  private static final JsonMapper JSON = new JsonMapper();

  private DeployFiles() {}

  /// The only document of a file.
  static JsonNode yaml(Path file) {
    List<JsonNode> all = documents(file);
    if (all.size() != 1) {
      throw new AssertionError(file + " holds " + all.size() + " documents");
    }
    return all.getFirst();
  }

  /// All documents of a file.
  static List<JsonNode> documents(Path file) {
    try {
      return documentsOf(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<JsonNode> documentsOf(String text) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    List<JsonNode> all = new ArrayList<>();
    for (Object each : new Yaml(new SafeConstructor(strict)).loadAll(text)) {
      all.add(JSON.valueToTree(each));
    }
    return all;
  }

  /// What a schema of this package's resources has against a document.
  static Set<ValidationMessage> against(String schema, JsonNode document) {
    try (InputStream in = DeployFiles.class.getResourceAsStream(schema)) {
      JsonSchema strict =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
      return strict.validate(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(JsonNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
