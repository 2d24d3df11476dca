package io.chihiro.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// What the schemas of Kubernetes, Strimzi and KEDA have against an object.
///
/// A field that they do not know is refused, wherever it stands.
final class ObjectSchemas {
  private interface Check {
    void check(JsonElement object) throws IOException;
  }

  private static final Map<String, Check> KUBERNETES =
      Map.of(
          "v1/ConfigMap", V1ConfigMap::validateJsonElement,
          "v1/Namespace", V1Namespace::validateJsonElement,
          "v1/PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement,
          "v1/Service", V1Service::validateJsonElement,
          "apps/v1/StatefulSet", V1StatefulSet::validateJsonElement,
          "batch/v1/Job", V1Job::validateJsonElement,
          "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
          "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement);

  // By name: these classes carry annotations that are published nowhere, which a compiler looks
  // for.
  private static final Map<String, String> STRIMZI =
      Map.of(
          "kafka.strimzi.io/v1/Kafka", "kafka.Kafka",
          "kafka.strimzi.io/v1/KafkaNodePool", "nodepool.KafkaNodePool",
          "kafka.strimzi.io/v1/KafkaTopic", "topic.KafkaTopic",
          "kafka.strimzi.io/v1/KafkaUser", "user.KafkaUser");

  // Strimzi's classes keep what they do not know; here it is to be refused.
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(new NothingIsKept())
          .build();

  private static final class NothingIsKept extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }

  private ObjectSchemas() {}

  /// What is wrong, if anything.
  static Optional<String> against(JsonNode object) {
    String kind = object.path("apiVersion").asText() + "/" + object.path("kind").asText();
    if (kind.startsWith("keda.sh/")) {
      return Optional.of(DeployFiles.against("keda.schema.json", object))
          .filter(wrong -> !wrong.isEmpty())
          .map(Object::toString);
    }
    if (STRIMZI.containsKey(kind)) {
      return strimzi(object, STRIMZI.get(kind));
    }
    return KUBERNETES.containsKey(kind)
        ? kubernetes(object, KUBERNETES.get(kind))
        : Optional.of("nobody knows " + kind);
  }

  private static Optional<String> kubernetes(JsonNode object, Check schema) {
    try {
      schema.check(JsonParser.parseString(DeployFiles.text(object)));
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> strimzi(JsonNode object, String type) {
    try {
      var _ = STRICT.treeToValue(object, Class.forName("io.strimzi.api.kafka.model." + type));
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("Strimzi has moved its classes", e);
    } catch (JsonProcessingException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
