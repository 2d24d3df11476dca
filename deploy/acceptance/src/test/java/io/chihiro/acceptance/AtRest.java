package io.chihiro.acceptance;

import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Everything that a system keeps or tells, looked through for secrets: which of them lie where.
///
/// Topics and the cache are read, too, and not only their files, where compression might hide
/// something.
final class AtRest {
  private static final Duration POLL = Duration.ofMillis(500);

  private final RunningSystem system;
  private final Canary canary;

  AtRest(RunningSystem system, Canary canary) {
    this.system = system;
    this.canary = canary;
  }

  /// What the topics hold, those of the stores too.
  SortedMap<String, Set<String>> topics() {
    SortedMap<String, Set<String>> found = new TreeMap<>();
    eachRecord(message -> look(message, found));
    return found;
  }

  /// The names of the headers that any record has.
  Set<String> headers() {
    Set<String> names = new TreeSet<>();
    eachRecord(message -> message.headers().forEach(header -> names.add(header.key())));
    return names;
  }

  private void eachRecord(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<String, Object> config =
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + system.ports().broker());
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(reader);
      }
    }
  }

  private void look(ConsumerRecord<byte[], byte[]> message, SortedMap<String, Set<String>> found) {
    String place = "topic " + message.topic();
    note(found, place, message.key() == null ? Set.of() : canary.in(message.key()));
    note(found, place, message.value() == null ? Set.of() : canary.in(message.value()));
    message.headers().forEach(header -> note(found, place, canary.in(header.value())));
  }

  /// What the cache holds.
  SortedMap<String, Set<String>> cache() {
    SortedMap<String, Set<String>> found = new TreeMap<>();
    try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + system.ports().redis());
        var connection = client.connect(ByteArrayCodec.INSTANCE)) {
      for (byte[] key : connection.sync().keys("*".getBytes(StandardCharsets.UTF_8))) {
        String place = "cache " + new String(key, StandardCharsets.UTF_8);
        note(found, place, canary.in(key));
        // Days are hashes, answers of the last day and links are not.
        if (connection.sync().type(key).equals("string")) {
          byte[] value = connection.sync().get(key);
          note(found, place, value == null ? Set.of() : canary.in(value));
          continue;
        }
        connection
            .sync()
            .hgetall(key)
            .forEach(
                (field, value) -> {
                  note(found, place, canary.in(field));
                  note(found, place, canary.in(value));
                });
      }
    }
    return found;
  }

  /// What the services tell about themselves to everybody.
  SortedMap<String, Set<String>> metrics() throws IOException, InterruptedException {
    SortedMap<String, Set<String>> found = new TreeMap<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int port : system.servicePorts()) {
        URI page = URI.create("http://127.0.0.1:" + port + "/q/metrics");
        byte[] told =
            client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray()).body();
        note(found, "metrics " + page, canary.in(told));
      }
    }
    return found;
  }

  /// What the files hold: data of every process, dumps, logs.
  SortedMap<String, Set<String>> files() throws IOException {
    SortedMap<String, Set<String>> found = new TreeMap<>();
    try (Stream<Path> all = Files.walk(system.home())) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        note(found, system.home().relativize(file).toString(), canary.in(file));
      }
    }
    return found;
  }

  private static void note(
      SortedMap<String, Set<String>> found, String place, Set<String> secrets) {
    if (!secrets.isEmpty()) {
      found.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(secrets);
    }
  }
}
