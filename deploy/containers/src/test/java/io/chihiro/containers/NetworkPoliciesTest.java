package io.chihiro.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.chihiro.containers.Conversations.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Only who must talk may talk.
class NetworkPoliciesTest {
  private static final int BROKER = 9093;
  private static final Map<String, String> KAFKA =
      Map.of(
          "strimzi.io/cluster", "chihiro",
          "strimzi.io/kind", "Kafka",
          "strimzi.io/name", "chihiro-kafka");

  /// Somebody who may talk, and the ports at which they listen.
  private record Party(String name, Map<String, String> labels, List<Integer> ports) {}

  @ParameterizedTest
  @ValueSource(strings = {"home", "home-online", "large"})
  void exactlyWhoHasToTalkMayTalk(String overlay) {
    Kustomization all = Overlays.of(overlay);
    Set<Edge> allowed = new TreeSet<>();
    for (Party from : parties(all)) {
      for (Party to : parties(all)) {
        to.ports().stream()
            .filter(port -> !from.equals(to) && may(all, from, to, port))
            .forEach(port -> allowed.add(new Edge(from.name(), to.name(), port)));
      }
    }

    assertEquals(Conversations.all(BROKER), allowed);
  }

  @Test
  void nobodyMayDoAnythingUnlessItIsSaid() {
    JsonNode deny = Overlays.of("home").object("NetworkPolicy", "default-deny").path("spec");

    assertTrue(deny.path("podSelector").isEmpty());
    assertEquals(List.of("Ingress", "Egress"), ComposeFile.strings(deny.path("policyTypes")));
    assertFalse(deny.has("ingress") || deny.has("egress"));
  }

  @Test
  void nothingLeavesTheClusterUnlessTheOwnerAddsIt() {
    assertEquals(Set.of(), outgoing(Overlays.of("home")));
    assertEquals(Set.of(), outgoing(Overlays.of("large")));
    assertEquals(Set.of("ingest-service", "ocr-service"), outgoing(Overlays.of("home-online")));
  }

  @Test
  void theBrokersListenerLetsInWhomThePoliciesLetIn() {
    for (String overlay : List.of("home", "large")) {
      Kustomization all = Overlays.of(overlay);
      JsonNode peers =
          all.object("Kafka", "chihiro").at("/spec/kafka/listeners/0/networkPolicyPeers");
      Set<String> byListener = new TreeSet<>();
      peers.forEach(each -> byListener.add(each.toString()));
      Set<String> byPolicies = new TreeSet<>();
      policies(all, KAFKA, "ingress")
          .filter(rule -> rule.path("ports").findValuesAsText("port").contains("" + BROKER))
          .flatMap(rule -> rule.path("from").valueStream())
          .forEach(each -> byPolicies.add(each.toString()));
      assertEquals(byPolicies, byListener);
    }
  }

  /// Pods that may talk to an address outside, or to whomever they want.
  private static Set<String> outgoing(Kustomization all) {
    Set<String> names = new TreeSet<>();
    for (Party party : parties(all)) {
      boolean out =
          policies(all, party.labels(), "egress")
              .anyMatch(rule -> !rule.has("to") || !rule.findValues("ipBlock").isEmpty());
      if (out) {
        names.add(party.name());
      }
    }
    return names;
  }

  private static boolean may(Kustomization all, Party from, Party to, int port) {
    return policies(all, from.labels(), "egress").anyMatch(rule -> means(rule, "to", to, port))
        && policies(all, to.labels(), "ingress").anyMatch(rule -> means(rule, "from", from, port));
  }

  private static boolean means(JsonNode rule, String side, Party other, int port) {
    boolean thisPort =
        rule.path("ports").valueStream().anyMatch(each -> each.path("port").asInt() == port);
    return thisPort
        && rule.path(side)
            .valueStream()
            .filter(peer -> !peer.has("namespaceSelector") && peer.has("podSelector"))
            .anyMatch(peer -> Selector.selects(peer.path("podSelector"), other.labels()));
  }

  /// The rules of one direction that hold for a pod.
  private static Stream<JsonNode> policies(
      Kustomization all, Map<String, String> labels, String direction) {
    return all.ofKind("NetworkPolicy").stream()
        .map(policy -> policy.path("spec"))
        .filter(spec -> Selector.selects(spec.path("podSelector"), labels))
        .flatMap(spec -> spec.path(direction).valueStream());
  }

  private static List<Party> parties(Kustomization all) {
    List<Party> parties = new ArrayList<>(List.of(new Party("kafka", KAFKA, List.of(BROKER))));
    Stream.of("StatefulSet", "Job")
        .flatMap(kind -> all.ofKind(kind).stream())
        .map(Pod::of)
        .map(
            pod ->
                new Party(
                    pod.name(),
                    pod.labels(),
                    pod.container().path("ports").findValues("containerPort").stream()
                        .map(JsonNode::asInt)
                        .toList()))
        .forEach(parties::add);
    return parties;
  }
}
