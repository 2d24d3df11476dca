package io.chihiro.ingest;

import io.chihiro.ingest.KnownSongs.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What owners say of a song's words while an import runs, which knows only what was there when it
/// began. Thread-safe.
final class PastedWords {
  private final Map<String, Optional<Words>> said = new HashMap<>();
  private boolean noting;

  /// From now on what is said is noted; what was said before is safe on the topic.
  synchronized void begin() {
    noting = true;
  }

  /// Nobody needs it any more.
  synchronized void end() {
    noting = false;
    said.clear();
  }

  /// The owner pastes words.
  ///
  /// @param key `user/song`
  /// @param write makes them safe
  synchronized void paste(String key, String sha256, Runnable write) {
    note(key, Optional.of(new Words(sha256, WriteLyrics.BY_HAND, 0)));
    write.run();
  }

  /// The owner takes a song's words away.
  ///
  /// @param write makes that safe
  synchronized void forget(String key, Runnable write) {
    note(key, Optional.empty());
    write.run();
  }

  private void note(String key, Optional<Words> words) {
    if (noting) {
      said.put(key, words);
    }
  }

  /// Does something while nothing is said.
  synchronized boolean undisturbed(BooleanSupplier work) {
    return work.getAsBoolean();
  }

  /// The words of a song: those that were pasted since, else those that were there.
  synchronized Optional<Words> since(String key, Optional<Words> before) {
    return said.getOrDefault(key, before);
  }
}
