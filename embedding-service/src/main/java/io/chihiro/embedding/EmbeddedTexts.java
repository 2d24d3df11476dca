package io.chihiro.embedding;

import io.chihiro.events.Keys;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.Topic;
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
/// from the vectors' own topic, where it stands in a header so that no vector need be read. Of
/// songs' vectors, a song is the day, and its part stands before the version. Thread-safe.
///
/// The topic is followed for good, because other copies of this service write to it as well. What
/// this one has written itself is known at once; until it comes by on the topic, what comes before
/// it there is older and passed over.
final class EmbeddedTexts implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// By model version, then by day.
  private final Map<String, Map<String, String>> hashes = new ConcurrentHashMap<>();

  /// What was written here and has not come by yet, by the vectors' key.
  private final Map<String, Optional<String>> underWay = new ConcurrentHashMap<>();

  private Optional<TopicFollower> follower = Optional.empty();

  /// Reads the topic of days' vectors to its present end, then goes on in the background.
  EmbeddedTexts load(String broker) throws InterruptedException {
    follow(broker, "embedding-known-texts", Topics.VECTORS).awaitCaughtUp(PATIENCE);
    return this;
  }

  /// Begins to read a topic of vectors in the background.
  ///
  /// @param name shown in the broker's logs
  TopicFollower follow(String broker, String name, Topic<?> topic) {
    TopicFollower started =
        TopicFollower.everything(
                broker, name, List.of(topic), Map::of, batch -> batch.forEach(this::note))
            .start();
    follower = Optional.of(started);
    return started;
  }

  /// Returns once everything is known that was on the topic when this was called: before days are
  /// embedded that another copy may have had until now.
  void awaitPresent() throws InterruptedException {
    if (follower.isPresent()) {
      long behind;
      do {
        behind = follower.get().waiting();
      } while (behind > 0);
    }
  }

  @Override
  public void close() {
    follower.ifPresent(TopicFollower::close);
  }

  /// Whether a day has its vectors under a version, made from the text of this hash.
  boolean knows(String day, String version, String hash) {
    return hash.equals(of(version).get(day));
  }

  /// This copy is about to write the vectors of a day.
  synchronized void writes(String day, String version, String hash) {
    underWay.put(key(day, version), Optional.of(hash));
  }

  /// The vectors of a day are safe.
  synchronized void remember(String day, String version, String hash) {
    // Otherwise it has come by already, and what came after it is newer.
    if (underWay.containsKey(key(day, version))) {
      put(day, version, hash);
    }
  }

  /// This copy is about to take the vectors of a day back.
  synchronized void forget(String day, String version) {
    underWay.put(key(day, version), Optional.empty());
    remove(day, version);
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
    Header header = message.headers().lastHeader(TextEmbedded.HASH_HEADER);
    note(
        day,
        version,
        message.value() == null || header == null
            ? Optional.empty()
            : Optional.of(new String(header.value(), StandardCharsets.UTF_8)));
  }

  /// Something has come by on the topic.
  ///
  /// @param hash of the text that the vectors are made from; empty if they are taken back
  synchronized void note(String day, String version, Optional<String> hash) {
    String key = key(day, version);
    Optional<String> own = underWay.get(key);
    if (own != null && !own.equals(hash)) {
      return;
    }
    underWay.remove(key);
    hash.ifPresentOrElse(there -> put(day, version, there), () -> remove(day, version));
  }

  private void put(String day, String version, String hash) {
    hashes.computeIfAbsent(version, _ -> new ConcurrentHashMap<>()).put(day, hash);
  }

  private void remove(String day, String version) {
    Optional.ofNullable(hashes.get(version)).ifPresent(known -> known.remove(day));
  }

  private static String key(String day, String version) {
    return day + "/" + version;
  }
}
