package io.chihiro.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every object of every overlay keeps to its schema, and every file is part of an overlay.
class ManifestsTest {
  @ParameterizedTest
  @ValueSource(strings = {"home", "home-online", "large"})
  void everyObjectKeepsToItsSchema(String overlay) {
    Kustomization all = Overlays.of(overlay);

    assertFalse(all.objects().isEmpty());
    all.objects()
        .forEach(
            (name, object) -> assertEquals(Optional.empty(), ObjectSchemas.against(object), name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "home-online", "large"})
  void everythingLiesInOurNamespace(String overlay) {
    Overlays.of(overlay).objects().values().stream()
        .filter(object -> !object.path("kind").asText().equals("Namespace"))
        .forEach(
            object ->
                assertEquals(
                    "chihiro",
                    object.at("/metadata/namespace").asText(),
                    object.at("/metadata/name")::asText));
  }

  @Test
  void aGeneratedMapIsFoundByPodsAlone() {
    Kustomization home = Overlays.of("home");
    String told = Pod.of(home, "grafana").spec().at("/volumes/0/configMap/name").asText();

    assertTrue(told.matches("grafana-providers-[0-9a-f]{10}"), told);
    assertEquals(told, home.object("ConfigMap", told).at("/metadata/name").asText());
  }

  @Test
  void aFieldThatNobodyKnowsIsRefusedHoweverDeep() {
    Kustomization home = Overlays.of("home");
    for (String[] place :
        List.of(
            new String[] {
              "StatefulSet", "ocr-service", "/spec/template/spec/containers/0/resources"
            },
            new String[] {"Service", "minio", "/spec"},
            new String[] {"NetworkPolicy", "names", "/spec/egress/0"},
            new String[] {"Kafka", "chihiro", "/spec/kafka/listeners/0"},
            new String[] {"KafkaTopic", "plays", "/spec"})) {
      JsonNode object = home.object(place[0], place[1]);
      ((ObjectNode) object.at(place[2])).put("halthy", "yes");
      assertTrue(ObjectSchemas.against(object).isPresent(), place[1]);
    }
  }

  @Test
  void aFieldThatIsMissingIsSeen() {
    JsonNode object = Overlays.of("home").object("StatefulSet", "ocr-service");
    var _ = ((ObjectNode) object.path("spec")).remove("selector");

    assertTrue(ObjectSchemas.against(object).orElse("").contains("selector"));
  }

  @Test
  void everyFileIsPartOfAnOverlay() {
    Set<Path> used = new TreeSet<>();
    Overlays.ALL.forEach(each -> used.addAll(Overlays.of(each).files()));

    Set<Path> there =
        Kustomization.below(
            Overlays.K8S,
            DeployFiles.DEPLOY.resolve("minio"),
            DeployFiles.DEPLOY.resolve("grafana"));

    there.removeAll(used);
    assertEquals(
        List.of("prometheus.yml"),
        there.stream().map(each -> each.getFileName().toString()).toList(),
        "only the data source of a Grafana on the machine itself is for nobody else");
  }

  @Test
  void everyObjectIsMarkedAsOurs() {
    Stream.of("StatefulSet", "Service", "Kafka", "KafkaTopic", "KafkaUser", "PodDisruptionBudget")
        .flatMap(kind -> Overlays.of("large").ofKind(kind).stream())
        .forEach(
            object ->
                assertEquals(
                    "chihiro",
                    object.at("/metadata/labels").path("app.kubernetes.io/part-of").asText(),
                    object.at("/metadata/name")::asText));
  }
}
