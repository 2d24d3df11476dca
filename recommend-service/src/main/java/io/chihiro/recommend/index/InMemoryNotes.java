package io.chihiro.recommend.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The notes' twin in memory. Thread-safe.
public final class InMemoryNotes implements Notes {
  private final Map<String, Kept> notes = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public InMemoryNotes(InstantSource clock) {
    this.clock = clock;
  }

  private static final class Kept {
    private final byte[] note;
    private final Instant until;

    Kept(byte[] note, Instant until) {
      this.note = note;
      this.until = until;
    }
  }

  @Override
  public void keep(String key, byte[] note, Duration lifetime) {
    notes.put(key, new Kept(note.clone(), clock.instant().plus(lifetime)));
  }

  @Override
  public Optional<byte[]> find(String key) {
    return present(Optional.ofNullable(notes.get(key)));
  }

  @Override
  public Optional<byte[]> take(String key) {
    return present(Optional.ofNullable(notes.remove(key)));
  }

  private Optional<byte[]> present(Optional<Kept> kept) {
    return kept.filter(it -> clock.instant().isBefore(it.until)).map(it -> it.note.clone());
  }
}
