package io.chihiro.ingest;

import com.google.common.hash.Hashing;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// A set of ids of plays that takes twelve bytes each instead of the hundred and fifty of strings:
/// the ids of a long life are held in memory while it is imported.
///
/// Ids are told apart by 64 bits of MurmurHash3; with a million ids the chance that any two are
/// taken for one is 3 in 100 million. Open addressing with linear probing (Knuth, TAOCP 3, 6.4).
final class PlayIds {
  private static final int FIRST_ROOM = 1024;
  private static final long NONE = 0;

  private final Set<Long> removed = new HashSet<>();
  private long[] slots = new long[FIRST_ROOM];
  private int size;

  static PlayIds of(Collection<String> ids) {
    PlayIds all = new PlayIds();
    ids.forEach(all::add);
    return all;
  }

  /// Adds an id.
  ///
  /// @return whether it was not there before
  boolean add(String id) {
    long hash = hash(id);
    if (removed.remove(hash)) {
      return true;
    }
    if (3L * size > 2L * slots.length) {
      grow();
    }
    int slot = slot(slots, hash);
    if (slots[slot] == hash) {
      return false;
    }
    slots[slot] = hash;
    size++;
    return true;
  }

  boolean contains(String id) {
    long hash = hash(id);
    return slots[slot(slots, hash)] == hash && !removed.contains(hash);
  }

  /// Takes an id out; few are.
  void remove(String id) {
    long hash = hash(id);
    if (slots[slot(slots, hash)] == hash) {
      removed.add(hash);
    }
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    Arrays.stream(slots)
        .filter(hash -> hash != NONE)
        .forEach(hash -> larger[slot(larger, hash)] = hash);
    slots = larger;
  }

  private static int slot(long[] slots, long hash) {
    int slot = (int) (hash >>> 32) & (slots.length - 1);
    while (slots[slot] != NONE && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static long hash(String id) {
    long hash = Hashing.murmur3_128().hashUnencodedChars(id).asLong();
    return hash == NONE ? 1 : hash;
  }
}
