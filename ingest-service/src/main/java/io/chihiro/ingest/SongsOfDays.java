package io.chihiro.ingest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// The songs of each day, the days met last held in memory: an import tells a day's plays one
/// after the other, and a day is read from the store once instead of once per play. Every change
/// is written through.
final class SongsOfDays {
  private static final int DAYS_IN_MEMORY = 64;

  private final KeyValueStore<String, DaySong> store;
  private final SequencedMap<String, Map<String, DaySong>> days =
      new LinkedHashMap<>(DAYS_IN_MEMORY, 0.75f, true);

  SongsOfDays(KeyValueStore<String, DaySong> store) {
    this.store = store;
  }

  /// A song of a day, by its key in the store.
  Optional<DaySong> find(String songOfDay) {
    return Optional.ofNullable(day(DayKeys.day(songOfDay)).get(songOfDay));
  }

  void put(String songOfDay, DaySong song) {
    day(DayKeys.day(songOfDay)).put(songOfDay, song);
    store.put(songOfDay, song);
  }

  void remove(String songOfDay) {
    day(DayKeys.day(songOfDay)).remove(songOfDay);
    store.delete(songOfDay);
  }

  private Map<String, DaySong> day(String day) {
    Map<String, DaySong> known = days.get(day);
    if (known != null) {
      return known;
    }
    if (days.size() == DAYS_IN_MEMORY) {
      days.pollFirstEntry();
    }
    Map<String, DaySong> songs = load(day);
    days.put(day, songs);
    return songs;
  }

  private Map<String, DaySong> load(String day) {
    Map<String, DaySong> songs = new HashMap<>();
    try (KeyValueIterator<String, DaySong> range =
        store.range(DayKeys.from(day), DayKeys.to(day))) {
      range.forEachRemaining(entry -> songs.put(entry.key, entry.value));
    }
    return songs;
  }
}
