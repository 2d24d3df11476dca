package io.chihiro.embedding;

import io.chihiro.events.Keys;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.Topics;
import io.chihiro.models.SentenceEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Which texts have their vectors already: the hash of each day's text by model version, learned
/// from the vectors' own topic, where it stands in a header so that no vector need be read.
/// Thread-safe.
final class EmbeddedTexts {
  /// Holds the hash of the text.
  static final String HASH_HEADER = "text";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// By model version, then by day.
  private final Map<String, Map<String, String>> hashes = new ConcurrentHashMap<>();

  /// Reads the topic to its present end. Afterwards this service is its only writer.
  EmbeddedTexts load(String broker) throws InterruptedException {
    try (TopicFollower follower =
        TopicFollower.everything(
            broker,
            "embedding-known-texts",
            List.of(Topics.VECTORS),
            Map::of,
            batch -> batch.forEach(this::note))) {
      follower.start().awaitCaughtUp(PATIENCE);
    }
    return this;
  }

  /// Whether a day has its vectors under a version, made from the text of this hash.
  boolean knows(String day, String version, String hash) {
    return hash.equals(of(version).get(day));
  }

  void remember(String day, String version, String hash) {
    hashes.computeIfAbsent(version, _ -> new ConcurrentHashMap<>()).put(day, hash);
  }

  void forget(String day, String version) {
    Optional.ofNullable(hashes.get(version)).ifPresent(known -> known.remove(day));
  }

  /// Versions under which a day has vectors.
  Set<String> versions(String day) {
    return hashes.entrySet().stream()
        .filter(version -> version.getValue().containsKey(day))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Versions under which any day has vectors.
  Set<String> versions() {
    return hashes.entrySet().stream()
        .filter(version -> !version.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Days that have vectors under a version.
  Set<String> days(String version) {
    return Set.copyOf(of(version).keySet());
  }

  /// How many days have their vectors under the version that ships with the program, but not yet
  /// under this one.
  long left(String version) {
    Map<String, String> there = of(version);
    return of(SentenceEncoder.VERSION).entrySet().stream()
        .filter(day -> !day.getValue().equals(there.get(day.getKey())))
        .count();
  }

  private Map<String, String> of(String version) {
    Map<String, String> known = hashes.get(version);
    return known == null ? Map.of() : known;
  }

  private void note(ConsumerRecord<String, byte[]> message) {
    String key = message.key();
    String rest = Keys.rest(key);
    int end = rest.indexOf('/');
    if (end < 0) {
      return;
    }
    String day = Keys.of(Keys.user(key), rest.substring(0, end));
    String version = rest.substring(end + 1);
    Header hash = message.headers().lastHeader(HASH_HEADER);
    if (message.value() == null || hash == null) {
      forget(day, version);
      return;
    }
    remember(day, version, new String(hash.value(), StandardCharsets.UTF_8));
  }
}
