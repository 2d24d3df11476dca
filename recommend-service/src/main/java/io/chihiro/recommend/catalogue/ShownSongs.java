package io.chihiro.recommend.catalogue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The songs of a catalogue as they are searched: each in an index, or in memory.
///
/// @param base the index, if there is one
/// @param taken numbers of its songs that lie in memory, or have gone
/// @param songs in memory that have a name
record ShownSongs(
    Optional<StoredCatalogue> base, Set<Integer> taken, Map<String, CatalogueSong> songs) {

  /// Those of an index, and nothing in memory yet.
  static ShownSongs on(Optional<StoredCatalogue> base) {
    return new ShownSongs(base, ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>());
  }

  int storedCount() {
    return base.map(StoredCatalogue::count).orElse(0);
  }

  /// The number of a song of the index that nothing was told of since; below zero without one.
  int untouched(String song) {
    int number = base.map(index -> index.find(song)).orElse(-1);
    return number >= 0 && taken.contains(number) ? -1 : number;
  }

  /// All songs of the index that nothing was told of since.
  BitSet untouched() {
    BitSet all = new BitSet();
    all.set(0, storedCount());
    taken.forEach(all::clear);
    return all;
  }

  /// As they are now.
  SongView view() {
    BitSet stored = untouched();
    base.ifPresent(index -> stored.and(index.table().named()));
    return new SongView(base, stored, List.copyOf(songs.values()));
  }
}
