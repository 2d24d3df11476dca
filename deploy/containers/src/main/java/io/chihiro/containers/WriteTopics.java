package io.chihiro.containers;

import static java.util.stream.Collectors.joining;

import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/// Writes the list of topics as Strimzi wants it, so that there is one list.
///
/// A topic has as many replicas as the brokers say, like those that a service creates.
public final class WriteTopics {
  /// Where it is kept, below the project.
  static final Path FILE = Path.of("deploy", "k8s", "base", "topics.yaml");

  private static final String HEAD =
      """
      # Written by io.chihiro.containers.WriteTopics from io.chihiro.events.Topics; a test compares them.
      """;
  private static final short AS_THE_BROKERS_SAY = -1;

  private WriteTopics() {}

  /// Writes the file.
  ///
  /// @param args the project's folder
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]).resolve(FILE), text());
  }

  /// All topics.
  static String text() {
    return HEAD + Topics.ALL.stream().map(WriteTopics::text).collect(joining("---\n"));
  }

  private static String text(Topic<?> topic) {
    NewTopic wanted = topic.definition(Topics.PARTITIONS, AS_THE_BROKERS_SAY);
    String config =
        new TreeMap<>(wanted.configs())
            .entrySet().stream()
                .map(each -> "    %s: %s".formatted(each.getKey(), each.getValue()))
                .collect(joining("\n"));
    return """
    apiVersion: kafka.strimzi.io/v1
    kind: KafkaTopic
    metadata:
      name: %s
      labels: {strimzi.io/cluster: chihiro, app.kubernetes.io/part-of: chihiro}
    spec:
      partitions: %d
      config:
    %s
    """
        .formatted(wanted.name(), wanted.numPartitions(), config);
  }
}
