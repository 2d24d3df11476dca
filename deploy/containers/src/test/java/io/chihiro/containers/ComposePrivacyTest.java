package io.chihiro.containers;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.containers.Conversations.Edge;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing of what compose runs can be reached or can reach anybody, but for what has to.
class ComposePrivacyTest {
  private static final int BROKER = 9092;
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)");
  private static final Set<String> PUBLISHED = Set.of("recommend-service", "prometheus", "grafana");

  private final ComposeFile compose = ComposeFile.read();

  @Test
  void onlyWhatAPersonOpensIsPublishedAndOnThisMachineAlone() {
    compose
        .services()
        .forEach(
            (name, service) -> {
              List<String> ports = ComposeFile.strings(service.path("ports"));
              assertEquals(PUBLISHED.contains(name), !ports.isEmpty(), name);
              ports.forEach(each -> assertTrue(each.startsWith("127.0.0.1:"), each));
            });
    assertTrue(
        ComposeFile.strings(compose.service("recommend-service").path("ports"))
            .contains(
                "127.0.0.1:${CHIHIRO_PORT:-8080}:" + KnownSettings.of(Service.RECOMMEND).port()));
  }

  @Test
  void noNetworkLeadsOutsideUnlessTheOwnerAddsIt() {
    compose
        .all()
        .path("networks")
        .properties()
        .forEach(
            network -> {
              boolean hides =
                  !network
                      .getValue()
                      .path("driver_opts")
                      .path("com.docker.network.bridge.enable_ip_masquerade")
                      .asText()
                      .equals("false");
              assertTrue(
                  network.getValue().path("internal").asBoolean() || !hides, network::getKey);
            });
    JsonNode online = DeployFiles.yaml(DeployFiles.DEPLOY.resolve("compose.online.yaml"));
    assertEquals(
        List.of("ingest-service", "ocr-service"), ComposeFile.strings(online.path("services")));
  }

  @Test
  void whoeverHasToTalkSharesANetworkAndStoresAreForTheirOwn() {
    for (Edge edge : Conversations.all(BROKER)) {
      Set<String> shared = compose.networks(edge.from());
      shared.retainAll(compose.networks(edge.to()));
      assertFalse(shared.isEmpty(), edge::toString);
    }
    for (String store : List.of("valkey", "minio", "grafana")) {
      Set<String> partners =
          Conversations.all(BROKER).stream()
              .filter(edge -> edge.to().equals(store) || edge.from().equals(store))
              .flatMap(edge -> Stream.of(edge.from(), edge.to()))
              .collect(toCollection(TreeSet::new));
      assertEquals(partners, neighbours(store), store);
    }
  }

  @Test
  void servicesMayWriteToTheirHomeAndTheKeysAloneAndAreNobody() {
    for (Service service : Service.values()) {
      JsonNode told = compose.service(service.title());
      assertTrue(told.path("read_only").asBoolean(), service.title());
      assertEquals(List.of("ALL"), ComposeFile.strings(told.path("cap_drop")));
      assertEquals(
          Set.of(ServiceImage.HOME, ServiceImage.KEYS),
          ComposeFile.strings(told.path("volumes")).stream()
              .map(each -> each.substring(each.indexOf(':') + 1))
              .collect(toCollection(TreeSet::new)));
      assertEquals(ServiceImage.HOME, compose.environment(service.title()).get("CHIHIRO_HOME"));
      // Native libraries are unpacked there, and Docker's own default forbids to run them.
      assertTrue(told.at("/tmpfs/0").asText().startsWith("/tmp:exec,"));
    }
  }

  @Test
  void theExampleNamesEveryVariableAndNoSecret() throws IOException {
    String text = Files.readString(DeployFiles.DEPLOY.resolve("compose.yaml"));
    Set<String> used = new TreeSet<>();
    VARIABLE.matcher(text).results().forEach(each -> used.add(each.group(1)));
    for (String name : compose.services().keySet()) {
      compose.environment(name).entrySet().stream()
          .filter(each -> each.getValue().isEmpty())
          .forEach(each -> used.add(each.getKey()));
    }
    Set<String> named = new TreeSet<>();
    for (String line : Files.readAllLines(DeployFiles.DEPLOY.resolve(".env.example"))) {
      var pair = Pattern.compile("^#?([A-Z_]+)=(.*)$").matcher(line);
      if (pair.matches()) {
        named.add(pair.group(1));
        boolean secret = pair.group(1).matches(".*(PASSWORD|KEY)$");
        assertEquals(secret, pair.group(2).isEmpty(), line);
      }
    }
    assertEquals(used, named);
  }

  @Test
  void nobodyIsToldThatThisRuns() {
    Map<String, String> grafana = compose.environment("grafana");
    Silence.GRAFANA.forEach((key, value) -> assertEquals(value, grafana.get(key), key));
    Map<String, String> minio = compose.environment("minio");
    Silence.MINIO.forEach((key, value) -> assertEquals(value, minio.get(key), key));
  }

  private Set<String> neighbours(String name) {
    Set<String> mine = compose.networks(name);
    return compose.services().keySet().stream()
        .filter(other -> compose.networks(other).stream().anyMatch(mine::contains))
        .collect(toCollection(TreeSet::new));
  }
}
