package io.chihiro.embedding;

import io.chihiro.events.ModelRegistry;
import io.chihiro.events.ModelRegistry.Version;
import io.chihiro.models.ModelStore;
import io.chihiro.models.TextEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The encoders that days are embedded with: every version that is wanted, and always the one that
/// ships with the program. Thread-safe.
final class Encoders implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Encoders.class);

  private final TextEncoder base;
  private final ModelStore store;
  private final int threads;
  private final Map<Version, TextEncoder> open = new LinkedHashMap<>();
  private final Map<Version, String> problems = new LinkedHashMap<>();
  private List<Version> wanted = List.of();

  Encoders(TextEncoder base, ModelStore store, int threads) {
    this.base = base;
    this.store = store;
    this.threads = threads;
  }

  /// The one that ships with the program.
  TextEncoder base() {
    return base;
  }

  /// All of them, the most wanted first.
  synchronized List<TextEncoder> all() {
    List<TextEncoder> all = new ArrayList<>();
    for (Version version : wanted) {
      Optional.ofNullable(isBase(version) ? base : open.get(version)).ifPresent(all::add);
    }
    if (!all.contains(base)) {
      all.add(base);
    }
    return all;
  }

  /// All but the one that ships with the program, the most wanted first.
  List<TextEncoder> fitted() {
    return all().stream().filter(encoder -> !encoder.equals(base)).toList();
  }

  synchronized boolean holds(TextEncoder encoder) {
    return encoder.equals(base) || open.containsValue(encoder);
  }

  /// What is wrong with versions that are wanted and cannot be used.
  synchronized Optional<String> problem() {
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems.values()));
  }

  /// Opens what is wanted and not open; a version that cannot be opened is tried again the next
  /// time.
  ///
  /// @return encoders that are not wanted any more: nobody is given them from now on, and whoever
  ///     has the turn closes them
  List<TextEncoder> want(List<Version> versions) {
    List<TextEncoder> unwanted = leave(versions);
    for (Version version : versions) {
      if (!isBase(version) && !isOpen(version)) {
        open(version);
      }
    }
    return unwanted;
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

  private synchronized List<TextEncoder> leave(List<Version> versions) {
    wanted = List.copyOf(versions);
    problems.keySet().retainAll(versions);
    List<Version> left = open.keySet().stream().filter(each -> !versions.contains(each)).toList();
    return left.stream()
        .flatMap(version -> Optional.ofNullable(open.remove(version)).stream())
        .toList();
  }

  /// Does without an encoder that failed while days were being encoded, and closes it: whoever
  /// calls this has the turn.
  synchronized void giveUp(TextEncoder encoder, String why) {
    open.entrySet().stream()
        .filter(each -> each.getValue().equals(encoder))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(
            version -> {
              open.remove(version);
              note(version, why);
            });
    encoder.close();
  }

  @Override
  public synchronized void close() {
    open.values().forEach(TextEncoder::close);
    open.clear();
    base.close();
  }

  private boolean isBase(Version version) {
    return version.version().equals(base.version());
  }

  private synchronized boolean isOpen(Version version) {
    return open.containsKey(version);
  }

  // Outside the lock: reading and checking a model's files takes a second.
  private void open(Version version) {
    try {
      TextEncoder encoder = store.find(version.name(), version.version()).days(threads, base);
      synchronized (this) {
        open.put(version, encoder);
        problems.remove(version);
      }
      LOG.infof("days are embedded under %s %s", version.name(), version.version());
    } catch (RuntimeException e) {
      note(version, String.valueOf(e.getMessage()));
    }
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
