package io.chihiro.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.Topics;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is run in a cluster fits together, and is trusted with no more than it needs.
class PodsTest {

  private final Kustomization large = Overlays.of("large");

  @Test
  void nobodyMayMoreThanTheyNeed() {
    for (Pod pod : pods()) {
      JsonNode security = pod.spec().path("securityContext");
      JsonNode own = pod.container().path("securityContext");
      assertTrue(security.path("runAsNonRoot").asBoolean(), pod.name());
      assertEquals("RuntimeDefault", security.at("/seccompProfile/type").asText(), pod.name());
      assertTrue(own.path("readOnlyRootFilesystem").asBoolean(), pod.name());
      assertTrue(own.has("allowPrivilegeEscalation"), pod.name());
      assertFalse(own.path("allowPrivilegeEscalation").asBoolean(), pod.name());
      assertEquals("ALL", own.at("/capabilities/drop/0").asText(), pod.name());
      assertTrue(pod.spec().has("automountServiceAccountToken"), pod.name());
      assertFalse(pod.spec().path("automountServiceAccountToken").asBoolean(), pod.name());
    }
    for (Service service : Service.values()) {
      JsonNode security = Pod.of(large, service).spec().path("securityContext");
      assertEquals(
          ServiceImage.USER,
          security.path("runAsUser").asText() + ":" + security.path("runAsGroup").asText());
    }
  }

  @Test
  void whatIsMountedIsThere() {
    for (Pod pod : pods()) {
      Map<String, JsonNode> volumes = new TreeMap<>();
      pod.spec().path("volumes").forEach(each -> volumes.put(each.path("name").asText(), each));
      large.ofKind("StatefulSet").stream()
          .filter(each -> each.at("/metadata/name").asText().equals(pod.name()))
          .flatMap(each -> each.at("/spec/volumeClaimTemplates").valueStream())
          .forEach(each -> volumes.put(each.at("/metadata/name").asText(), each));
      pod.container()
          .path("volumeMounts")
          .forEach(each -> assertTrue(volumes.containsKey(each.path("name").asText()), pod.name()));
      pod.spec().path("volumes").findValues("configMap").stream()
          .map(each -> large.object("ConfigMap", each.path("name").asText()))
          .forEach(map -> assertFalse(map.path("data").isEmpty(), pod.name()));
    }
  }

  @Test
  void whatOneSealsAllOthersOpen() {
    for (Service service : Service.values()) {
      Pod pod = Pod.of(large, service.title());
      assertEquals(ServiceImage.KEYS, pod.environment().get("CHIHIRO_KEYS_FOLDER"));
      assertEquals("keys", claimAt(pod, ServiceImage.KEYS), service.title());
    }
    JsonNode keys = large.object("PersistentVolumeClaim", "keys");
    assertEquals("ReadWriteMany", keys.at("/spec/accessModes/0").asText());
  }

  private static String claimAt(Pod pod, String path) {
    String volume =
        pod.container()
            .path("volumeMounts")
            .valueStream()
            .filter(each -> each.path("mountPath").asText().equals(path))
            .map(each -> each.path("name").asText())
            .findFirst()
            .orElse("");
    return pod.spec()
        .path("volumes")
        .valueStream()
        .filter(each -> each.path("name").asText().equals(volume))
        .map(each -> each.at("/persistentVolumeClaim/claimName").asText())
        .findFirst()
        .orElse("");
  }

  @Test
  void everyServiceFindsItsPodsAndTheirPorts() {
    for (JsonNode service : large.ofKind("Service")) {
      String name = service.at("/metadata/name").asText();
      List<Pod> found =
          pods().stream()
              .filter(pod -> Selector.matches(service.at("/spec/selector"), pod.labels()))
              .toList();
      assertEquals(1, found.size(), name);
      String port = service.at("/spec/ports/0/targetPort").asText();
      assertEquals(
          List.of(port), found.getFirst().container().path("ports").findValuesAsText("name"), name);
    }
    for (JsonNode set : large.ofKind("StatefulSet")) {
      var _ = large.object("Service", set.at("/spec/serviceName").asText());
      assertTrue(
          Selector.matches(set.at("/spec/selector/matchLabels"), Pod.of(set).labels()),
          set.at("/metadata/name")::asText);
    }
  }

  @Test
  void whatWaitsDecidesHowManyEmbed() throws IOException {
    JsonNode scaled = large.object("ScaledObject", "embedding-service");
    JsonNode trigger = scaled.at("/spec/triggers/0/metadata");
    String group = trigger.path("consumerGroup").asText();

    assertEquals(Topics.MOMENTS.name(), trigger.path("topic").asText());
    assertEquals(Topics.PARTITIONS, scaled.at("/spec/maxReplicaCount").asInt());
    assertTrue(
        Files.readString(
                DeployFiles.ROOT.resolve(
                    "embedding-service/src/main/java/io/chihiro/embedding/RunEmbedding.java"))
            .contains("GROUP = \"" + group + "\""));
    assertEquals(
        "metadata.name",
        Pod.of(large, Service.EMBEDDING).environment().get("CHIHIRO_EMBEDDING_INSTANCE"));
  }

  @Test
  void whoeverIsScaledIsThereAndNobodyElseSaysHowMany() {
    for (JsonNode scaled : large.ofKind("ScaledObject")) {
      JsonNode target =
          large.object("StatefulSet", scaled.at("/spec/scaleTargetRef/name").asText());
      assertTrue(target.at("/spec/replicas").isMissingNode(), "two would say how many");
      for (JsonNode trigger : scaled.at("/spec/triggers")) {
        String login = trigger.at("/authenticationRef/name").asText("");
        if (!login.isEmpty()) {
          knownToKeda(large.object("TriggerAuthentication", login));
        }
      }
    }
  }

  @Test
  void everyCopyOfTheFrontDoorHasAnIndexOfItsOwn() {
    Map<String, String> told = Pod.of(large, Service.RECOMMEND).environment();

    assertEquals(
        "metadata.labels['apps.kubernetes.io/pod-index']", told.get("CHIHIRO_RECOMMEND_INSTANCE"));
    assertTrue(told.getOrDefault("CHIHIRO_REDIS", "").endsWith(":6379"), "all share one cache");
  }

  @Test
  void whatKeepsItsStateForItselfHasOneCopy() {
    for (Service service : List.of(Service.OCR, Service.INGEST, Service.TRAINING)) {
      assertEquals(1, large.object("StatefulSet", service.title()).at("/spec/replicas").asInt());
    }
  }

  private void knownToKeda(JsonNode login) {
    JsonNode name = login.at("/spec/configMapTargetRef/0");
    assertEquals(
        "lag-reader",
        large
            .object("ConfigMap", name.path("name").asText())
            .path("data")
            .path(name.path("key").asText())
            .asText());
    Set<String> secrets = Set.copyOf(login.at("/spec/secretTargetRef").findValuesAsText("name"));
    assertEquals(Set.of("lag-reader", "chihiro-cluster-ca-cert"), secrets);
    var _ = large.object("KafkaUser", "lag-reader");
  }

  private List<Pod> pods() {
    return Stream.of("StatefulSet", "Job")
        .flatMap(kind -> large.ofKind(kind).stream())
        .map(Pod::of)
        .toList();
  }
}
