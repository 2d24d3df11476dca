package io.chihiro.acceptance;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.Moment;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.Wire;
import io.chihiro.keys.ProcessSeal;
import io.chihiro.local.Ports;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What a system has come to, read past its services: the latest committed record of every key,
/// and the index in the cache.
///
/// Vectors enter by their texts and places, not by their numbers, which depend in the last digit on
/// what else was in the batch.
///
/// @param lines what is the case, by where it stands
record Outcome(SortedMap<String, String> lines) {
  private static final String USER = "owner";
  private static final Duration POLL = Duration.ofMillis(500);

  static Outcome of(RunningSystem system) {
    SortedMap<String, String> lines = new TreeMap<>();
    for (var moment : latest(system, Topics.MOMENTS).entrySet()) {
      lines.put("moment " + moment.getKey(), moment.getValue().toString());
    }
    for (var vectors : latest(system, Topics.VECTORS).entrySet()) {
      lines.put("vectors " + vectors.getKey(), places(vectors.getValue()));
    }
    lines.putAll(cached(system));
    return new Outcome(lines);
  }

  /// The index in the cache alone.
  static SortedMap<String, String> cached(RunningSystem system) {
    ProcessSeal.install(system.keys());
    SortedMap<String, String> lines = new TreeMap<>();
    for (var moment : hash(system.ports(), "moment").entrySet()) {
      String key = Keys.of(USER, moment.getKey());
      lines.put(
          "cached moment " + moment.getKey(),
          Wire.read(key, moment.getValue(), Moment.class).toString());
    }
    for (String version : versions(system.ports())) {
      for (var vectors : hash(system.ports(), "vectors:" + version).entrySet()) {
        String key = Keys.of(USER, vectors.getKey(), version);
        lines.put(
            "cached vectors " + vectors.getKey() + " " + version,
            places(Wire.read(key, vectors.getValue(), TextEmbedded.class)));
      }
    }
    return lines;
  }

  /// SHA-256 over all of it.
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(
          (place, what) -> digest.update((place + "=" + what).getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing from this Java", e);
    }
  }

  /// How many things of a kind there are.
  long count(String kind) {
    return lines.keySet().stream().filter(place -> place.startsWith(kind + " ")).count();
  }

  /// The first places where two outcomes differ.
  String difference(Outcome other) {
    TreeSet<String> places = new TreeSet<>(lines.keySet());
    places.addAll(other.lines.keySet());
    return places.stream()
        .filter(place -> !lines.getOrDefault(place, "").equals(other.lines.getOrDefault(place, "")))
        .limit(10)
        .map(place -> place + ": " + lines.get(place) + " <> " + other.lines.get(place))
        .collect(Collectors.joining("\n"));
  }

  /// The latest committed record of every key that was not taken back.
  static <E extends Event> SortedMap<String, E> latest(RunningSystem system, Topic<E> topic) {
    ProcessSeal.install(system.keys());
    SortedMap<String, E> latest = new TreeMap<>();
    latestBytes(system.ports(), topic)
        .forEach((key, bytes) -> latest.put(key, Wire.read(key, bytes, topic.type())));
    return latest;
  }

  private static SortedMap<String, byte[]> latestBytes(Ports ports, Topic<?> topic) {
    SortedMap<String, byte[]> latest = new TreeMap<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + ports.broker(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(message -> note(latest, message));
      }
    }
    return latest;
  }

  private static void note(Map<String, byte[]> latest, ConsumerRecord<String, byte[]> message) {
    if (message.value() == null) {
      latest.remove(message.key());
      return;
    }
    latest.put(message.key(), message.value());
  }

  private static List<String> versions(Ports ports) {
    String prefix = "chihiro:{" + USER + "}:vectors:";
    try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + ports.redis());
        var connection = client.connect()) {
      return connection.sync().keys(prefix + "*").stream()
          .map(key -> key.substring(prefix.length()))
          .sorted()
          .toList();
    }
  }

  private static Map<String, byte[]> hash(Ports ports, String half) {
    try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + ports.redis());
        StatefulRedisConnection<String, byte[]> connection =
            client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))) {
      return connection.sync().hgetall("chihiro:{" + USER + "}:" + half);
    }
  }

  /// Forgets everything in the cache.
  static void flushCache(Ports ports) {
    try (RedisClient client = RedisClient.create("redis://127.0.0.1:" + ports.redis());
        var connection = client.connect()) {
      var _ = connection.sync().flushall();
    }
  }

  private static String places(TextEmbedded embedded) {
    return embedded.modelVersion()
        + " "
        + embedded.textHash()
        + embedded.passages().stream().map(Outcome::place).collect(Collectors.joining());
  }

  private static String place(Passage passage) {
    return " %s %d-%d".formatted(passage.grain(), passage.start(), passage.end());
  }
}
