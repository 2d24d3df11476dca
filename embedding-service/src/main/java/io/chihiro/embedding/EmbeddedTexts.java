package io.chihiro.embedding;

import io.chihiro.events.Keys;
import io.chihiro.events.TopicFollower;
import io.chihiro.events.Topics;
import io.chihiro.models.SentenceEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Which texts have their vectors already: the hash of each day's text, learned from the vectors'
/// own topic, where it stands in a header so that no vector need be read. Thread-safe.
final class EmbeddedTexts {
  /// Holds the hash of the text.
  static final String HASH_HEADER = "text";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Map<String, String> hashes = new ConcurrentHashMap<>();

  /// The key of a day's vectors under the serving model.
  static String key(String day) {
    return Keys.of(Keys.user(day), Keys.rest(day), SentenceEncoder.VERSION);
  }

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

  boolean knows(String key, String hash) {
    return hash.equals(hashes.get(key));
  }

  void remember(String key, String hash) {
    hashes.put(key, hash);
  }

  void forget(String key) {
    hashes.remove(key);
  }

  private void note(ConsumerRecord<String, byte[]> message) {
    Header hash = message.headers().lastHeader(HASH_HEADER);
    if (message.value() == null || hash == null) {
      forget(message.key());
      return;
    }
    remember(message.key(), new String(hash.value(), StandardCharsets.UTF_8));
  }
}
