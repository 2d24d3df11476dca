package io.chihiro.recommend;

import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.models.ModelStore;
import io.chihiro.models.TextEncoder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// What moods are encoded with: the encoder that ships with the program, and those of fitted
/// versions once they are opened. Thread-safe.
final class QueryEncoders implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(QueryEncoders.class);

  /// A mood is encoded on its asker's own thread; an explanation's many texts on these.
  static final int THREADS = 2;

  /// Longer than any answer takes: whoever was given an encoder may still be using it.
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final TextEncoder base;
  private final ModelStore store;
  private final InstantSource clock;
  private final Map<Version, TextEncoder> open = new HashMap<>();
  private final Map<Version, String> problems = new LinkedHashMap<>();
  private final Map<TextEncoder, Instant> retired = new HashMap<>();

  QueryEncoders(TextEncoder base, ModelStore store, InstantSource clock) {
    this.base = base;
    this.store = store;
    this.clock = clock;
  }

  /// The encoder that ships with the program.
  TextEncoder base() {
    return base;
  }

  /// The encoder of a version, if it is open.
  synchronized Optional<TextEncoder> opened(Version version) {
    return isBase(version) ? Optional.of(base) : Optional.ofNullable(open.get(version));
  }

  /// The encoder of a version, opened if need be; empty if it cannot be, which is told once.
  Optional<TextEncoder> open(Version version) {
    Optional<TextEncoder> there = opened(version);
    return there.isPresent() ? there : opening(version);
  }

  /// Lets go of whatever is not wanted any more.
  synchronized void keepOnly(Collection<Version> wanted) {
    Instant now = clock.instant();
    problems.keySet().retainAll(wanted);
    open.entrySet().stream()
        .filter(each -> !wanted.contains(each.getKey()) && !each.getValue().equals(base))
        .forEach(each -> retired.put(each.getValue(), now));
    open.keySet().retainAll(wanted);
  }

  /// Deletes the files of versions that nobody may ask for any more, where they were brought to
  /// this machine.
  void release(ModelRegistry registry) {
    try {
      store.release(registry::holds);
    } catch (IOException e) {
      LOG.warnf("files of versions that nobody holds stay until models change: %s", e.getMessage());
    }
  }

  /// Closes what was let go of long enough ago.
  synchronized void closeRetired() {
    Instant before = clock.instant().minus(GRACE);
    for (TextEncoder encoder : Map.copyOf(retired).keySet()) {
      if (retired.getOrDefault(encoder, Instant.MAX).isBefore(before)) {
        retired.remove(encoder);
        encoder.close();
      }
    }
  }

  /// What is wrong with versions that are wanted and cannot be used.
  synchronized Optional<String> problem() {
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems.values()));
  }

  @Override
  public synchronized void close() {
    open.values().stream().filter(encoder -> !encoder.equals(base)).forEach(TextEncoder::close);
    retired.keySet().forEach(TextEncoder::close);
    base.close();
  }

  private boolean isBase(Version version) {
    return version.version().equals(base.version());
  }

  // Outside the lock: reading and checking a model's files takes a second, and others are answered.
  private Optional<TextEncoder> opening(Version version) {
    try {
      TextEncoder encoder = store.find(version.name(), version.version()).queries(THREADS, base);
      var _ = encoder.encode("warm");
      return Optional.of(keep(version, encoder));
    } catch (RuntimeException e) {
      note(version, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private synchronized TextEncoder keep(Version version, TextEncoder encoder) {
    problems.remove(version);
    TextEncoder earlier = open.putIfAbsent(version, encoder);
    if (earlier == null) {
      return encoder;
    }
    if (!encoder.equals(base)) {
      encoder.close();
    }
    return earlier;
  }

  private synchronized void note(Version version, String why) {
    String sentence =
        "Version %s of %s is not used: %s. Answers go on as before."
            .formatted(version.version(), version.name(), why);
    if (!sentence.equals(problems.put(version, sentence))) {
      LOG.error(sentence);
    }
  }
}
