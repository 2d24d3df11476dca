package io.chihiro.containers;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.events.BrokerConnection.Setting;
import io.chihiro.events.Topics;
import io.chihiro.local.BrokerProperties;
import io.chihiro.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The manifests say what the code does.
class KubernetesTest {
  private final Kustomization home = Overlays.of("home");
  private final Kustomization large = Overlays.of("large");

  @Test
  void theTopicsAreThoseOfTheList() throws IOException {
    assertEquals(
        WriteTopics.text(),
        Files.readString(DeployFiles.ROOT.resolve(WriteTopics.FILE)),
        "write it anew with io.chihiro.containers.WriteTopics");
  }

  @Test
  void everyTopicIsMadeAsAServiceWouldMakeIt() {
    Map<String, JsonNode> made = new TreeMap<>();
    home.ofKind("KafkaTopic").forEach(each -> made.put(name(each), each.path("spec")));
    Topics.ALL.forEach(
        topic -> {
          JsonNode spec = Objects.requireNonNull(made.remove(topic.name()), topic.name());
          assertEquals(Topics.PARTITIONS, spec.path("partitions").asInt(), topic.name());
          Map<String, String> config = new TreeMap<>();
          spec.path("config")
              .properties()
              .forEach(each -> config.put(each.getKey(), each.getValue().asText()));
          assertEquals(
              topic.definition(Topics.PARTITIONS, (short) -1).configs(), config, topic.name());
          assertTrue(spec.path("replicas").isMissingNode(), "the brokers say how many replicas");
        });
    assertEquals(Set.of(), made.keySet());
  }

  @Test
  void everyVariableIsASettingOfItsServiceOrPartOfOne() {
    for (Service service : Service.values()) {
      KnownSettings settings = KnownSettings.of(service);
      Pod pod = Pod.of(home, service);
      pod.environment()
          .forEach(
              (name, value) -> {
                boolean part =
                    pod.environment().values().stream()
                        .anyMatch(it -> it.contains("$(" + name + ")"));
                assertTrue(settings.reads(name) || part, service + " does not read " + name);
              });
    }
  }

  @Test
  void everyServiceComesToTheBrokerByTlsAndALoginOfItsOwn() {
    JsonNode listener = home.object("Kafka", "chihiro").at("/spec/kafka/listeners/0");
    String mechanism = listener.at("/authentication/type").asText();
    for (Service service : Service.values()) {
      Map<String, String> told = Pod.of(home, service).environment();
      assertEquals(
          "chihiro-kafka-bootstrap:" + listener.path("port").asInt(), told.get("CHIHIRO_BROKER"));
      assertEquals("SASL_SSL", told.get(Setting.SECURITY_PROTOCOL.variable()));
      assertEquals(
          mechanism,
          told.getOrDefault(Setting.SASL_MECHANISM.variable(), "").toLowerCase(Locale.ROOT));
      assertEquals("/run/secrets/kafka/ca.crt", told.get(Setting.TRUSTSTORE.variable()));
      assertEquals(
          service.title() + "/sasl.jaas.config", told.get(Setting.SASL_JAAS_CONFIG.variable()));
      assertEquals(service.title(), name(home.object("KafkaUser", service.title())));
    }
  }

  @Test
  void addressesNameServicesOfTheseFilesAndTheirPorts() {
    Map<String, String> told = Pod.of(home, Service.RECOMMEND).environment();
    for (Service other : Service.values()) {
      String url = told.get("CHIHIRO_" + other.name() + "_URL");
      if (url != null) {
        assertEquals("http://%s:%d".formatted(other.title(), port(other)), url);
        assertEquals(
            port(other), home.object("Service", other.title()).at("/spec/ports/0/port").asInt());
      }
    }
    Stream.of(Service.values())
        .flatMap(service -> Pod.of(home, service).environment().values().stream())
        .filter(value -> value.startsWith("http://minio"))
        .forEach(value -> assertEquals("http://minio:" + minioPort(), value));
  }

  @Test
  void probesAskWhereTheCodeAnswers() {
    for (Service service : Service.values()) {
      JsonNode container = Pod.of(home, service).container();
      assertEquals(port(service), container.at("/ports/0/containerPort").asInt());
      Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
          .forEach(
              (probe, what) -> {
                assertEquals(
                    "/q/health/" + what, container.at("/" + probe + "/httpGet/path").asText());
                assertEquals(
                    container.at("/ports/0/name"), container.at("/" + probe + "/httpGet/port"));
              });
      assertTrue(container.at("/resources/requests").has("cpu"), service.title());
      assertTrue(container.at("/resources/limits").has("memory"), service.title());
    }
  }

  @Test
  void imagesAreThoseThatAreBuilt() {
    for (Service service : Service.values()) {
      assertEquals(
          "chihiro/%s:0.1.0-SNAPSHOT".formatted(service.title()),
          Pod.of(home, service).container().path("image").asText());
    }
  }

  @Test
  void anUpdateLosesNothing() {
    for (Service service : Service.values()) {
      Pod pod = Pod.of(home, service);
      int pause = pod.container().at("/lifecycle/preStop/sleep/seconds").asInt();
      int grace = pod.spec().path("terminationGracePeriodSeconds").asInt();
      int work = KnownSettings.of(service).shutdownSeconds();
      // Kafka Streams, followers and trainings are given up to ten seconds each beside it.
      assertTrue(pause > 0 && grace >= pause + work + 20, service.title());
      JsonNode set = home.object("StatefulSet", service.title());
      assertEquals("RollingUpdate", set.at("/spec/updateStrategy/type").asText());
      assertEquals("home", set.at("/spec/volumeClaimTemplates/0/metadata/name").asText());
      assertEquals("/data", mount(pod, "home"));
    }
  }

  @Test
  void everythingThatStaysUpMayBeMovedOneCopyAtATime() {
    Set<String> budgets =
        large.ofKind("PodDisruptionBudget").stream()
            .peek(each -> assertEquals(1, each.at("/spec/maxUnavailable").asInt()))
            .map(each -> each.at("/spec/selector/matchLabels").toString())
            .collect(toCollection(TreeSet::new));
    Set<String> sets =
        large.ofKind("StatefulSet").stream()
            .map(each -> each.at("/spec/selector/matchLabels").toString())
            .collect(toCollection(TreeSet::new));

    assertEquals(sets, budgets);
  }

  @Test
  void theBrokersForgetNothingAndHaveAsManyReplicasAsThereAreBrokers() {
    for (Kustomization each : List.of(home, large)) {
      JsonNode config = each.object("Kafka", "chihiro").at("/spec/kafka/config");
      BrokerProperties.forgetsNothing()
          .forEach((key, value) -> assertEquals(value.toString(), config.path(key).asText(), key));
      int brokers = each.object("KafkaNodePool", "all").at("/spec/replicas").asInt();
      assertEquals(brokers, config.path("default.replication.factor").asInt());
      assertEquals(brokers, config.path("offsets.topic.replication.factor").asInt());
      assertEquals(brokers, config.path("transaction.state.log.replication.factor").asInt());
      assertEquals(Math.max(1, brokers - 1), config.path("min.insync.replicas").asInt());
      assertTrue(!config.path("auto.create.topics.enable").asBoolean());
    }
  }

  @Test
  void secretsAreTheOwnersAndNoneIsHere() throws IOException {
    String example = Files.readString(DeployFiles.DEPLOY.resolve(".env.example"));
    assertEquals(List.of(), large.ofKind("Secret"));
    for (JsonNode set : large.ofKind("StatefulSet")) {
      for (JsonNode reference : set.findValues("secretKeyRef")) {
        String key = reference.path("key").asText();
        boolean own = reference.path("name").asText().equals("chihiro-passwords");
        assertTrue(own ? example.contains(key + "=") : key.equals("sasl.jaas.config"), key);
      }
    }
  }

  @Test
  void nobodyIsToldThatThisRuns() {
    Map<String, String> grafana = Pod.of(home, "grafana").environment();
    Silence.GRAFANA.forEach((key, value) -> assertEquals(value, grafana.get(key), key));
    Map<String, String> minio = Pod.of(home, "minio").environment();
    Silence.MINIO.forEach((key, value) -> assertEquals(value, minio.get(key), key));
  }

  private int minioPort() {
    return home.object("Service", "minio").at("/spec/ports/0/port").asInt();
  }

  private static String mount(Pod pod, String volume) {
    return pod.container()
        .path("volumeMounts")
        .valueStream()
        .filter(each -> each.path("name").asText().equals(volume))
        .map(each -> each.path("mountPath").asText())
        .findFirst()
        .orElse("");
  }

  private static int port(Service service) {
    return KnownSettings.of(service).port();
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }
}
