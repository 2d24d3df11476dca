package io.chihiro.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.local.BrokerProperties;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// `deploy/compose.yaml` says what the code does.
class ComposeTest {
  private static final int BROKER = 9092;
  private static final String OWN_SETTINGS = "own-settings.env";

  private final ComposeFile compose = ComposeFile.read();

  @Test
  void bothFilesKeepToTheSchema() {
    for (String name : List.of("compose.yaml", "compose.online.yaml")) {
      JsonNode document = DeployFiles.yaml(DeployFiles.DEPLOY.resolve(name));
      assertEquals(Set.of(), DeployFiles.against("compose.schema.json", document), name);
    }
  }

  @Test
  void aKeyThatNobodyKnowsIsRefused() {
    JsonNode wrong =
        DeployFiles.documentsOf("services: {kafka: {image: 'a:1', heathcheck: {test: [CMD, a]}}}")
            .getFirst();

    assertEquals(1, DeployFiles.against("compose.schema.json", wrong).size());
  }

  @Test
  void whatIsNamedIsThere() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              declared(name, service, "networks", compose.all().path("networks"));
              declared(name, service, "secrets", compose.all().path("secrets"));
              declared(name, service, "depends_on", compose.all().path("services"));
              ComposeFile.strings(service.path("volumes")).forEach(each -> mounted(name, each));
            });
  }

  @Test
  void allFiveServicesAreThereWithTheirImages() {
    for (Service service : Service.values()) {
      assertEquals(
          "${CHIHIRO_IMAGES:-chihiro}/%s:${CHIHIRO_VERSION:-0.1.0-SNAPSHOT}"
              .formatted(service.title()),
          compose.service(service.title()).path("image").asText());
    }
  }

  @Test
  void whatOneSealsAllOthersOpen() {
    for (Service service : Service.values()) {
      assertEquals(
          ServiceImage.KEYS, compose.environment(service.title()).get("CHIHIRO_KEYS_FOLDER"));
      assertTrue(
          ComposeFile.strings(compose.service(service.title()).path("volumes"))
              .contains("keys:" + ServiceImage.KEYS),
          service.title());
    }
  }

  @Test
  void everySettingOfTheOwnerReachesEveryService() throws IOException {
    for (Service service : Service.values()) {
      JsonNode file = compose.service(service.title()).at("/env_file/0");
      assertEquals(OWN_SETTINGS, file.path("path").asText(), service.title());
      assertFalse(file.path("required").asBoolean(true));
      compose
          .environment(service.title())
          .forEach((name, value) -> assertFalse(value.isEmpty(), name + " hides the owner's"));
    }
    assertTrue(
        Files.readAllLines(DeployFiles.ROOT.resolve(".gitignore"))
            .contains("deploy/" + OWN_SETTINGS));
  }

  @Test
  void everyVariableIsASettingOfItsService() {
    for (Service service : Service.values()) {
      KnownSettings settings = KnownSettings.of(service);
      compose
          .environment(service.title())
          .keySet()
          .forEach(name -> assertTrue(settings.reads(name), service + " does not read " + name));
    }
  }

  @Test
  void addressesNameServicesOfThisFileAndTheirPorts() {
    for (Service service : Service.values()) {
      Map<String, String> environment = compose.environment(service.title());
      assertEquals("kafka:" + BROKER, environment.get("CHIHIRO_BROKER"));
      for (Service other : Service.values()) {
        String url = environment.get("CHIHIRO_" + other.name() + "_URL");
        if (url != null) {
          assertEquals("http://%s:%d".formatted(other.title(), port(other)), url);
        }
      }
    }
  }

  @Test
  void readinessIsAskedAtThePortOfTheCode() {
    for (Service service : Service.values()) {
      String test = DeployFiles.text(compose.service(service.title()).at("/healthcheck/test"));
      assertTrue(test.contains("/dev/tcp/127.0.0.1/" + port(service) + ";"), test);
      assertTrue(test.contains("GET /q/health/ready HTTP/1.0"), test);
    }
  }

  @Test
  void everythingThatStaysUpIsAskedWhetherItIsWell() {
    compose
        .services()
        .forEach(
            (name, service) ->
                assertEquals(!name.equals("buckets"), service.has("healthcheck"), name));
  }

  @Test
  void theBrokerForgetsNothing() {
    Map<String, String> environment = compose.environment("kafka");
    BrokerProperties.forgetsNothing()
        .forEach(
            (key, value) ->
                assertEquals(
                    value.toString(),
                    environment.get("KAFKA_" + key.replace('.', '_').toUpperCase(Locale.ROOT)),
                    key));
  }

  @Test
  void memoryIsEnoughForTheHeapAndWhatIsBesideIt() {
    for (Service service : Service.values()) {
      String limit = compose.service(service.title()).path("mem_limit").asText();
      int unit = limit.endsWith("g") ? 1024 : 1;
      int mebibytes = unit * Integer.parseInt(limit.substring(0, limit.length() - 1));
      assertTrue(mebibytes >= 2 * service.heapMebibytes(), service.title());
    }
  }

  private static void declared(String name, JsonNode service, String what, JsonNode where) {
    ComposeFile.strings(service.path(what))
        .forEach(each -> assertTrue(where.has(each), name + ": " + what + " " + each));
  }

  private void mounted(String name, String mount) {
    String source = mount.substring(0, mount.indexOf(':'));
    boolean there =
        source.startsWith("./")
            ? Files.exists(DeployFiles.DEPLOY.resolve(Path.of(source)))
            : compose.all().path("volumes").has(source);
    assertTrue(there, name + " mounts " + source);
  }

  private static int port(Service service) {
    return KnownSettings.of(service).port();
  }
}
