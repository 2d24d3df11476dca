package io.chihiro.ingest;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Which plays were counted, and where: `user/play` → key in [SongsOfDays].
///
/// Nearly every play is new, and a look-up that finds nothing is the dearest of all. So a Bloom
/// filter (Bloom 1970) stands before the store and says which plays are surely new. It is filled
/// from the store when the first play comes, not at the start, when somebody waits.
final class CountedPlays {
  private static final int ROOM = 500_000;
  private static final double FALSE_ALARMS = 0.01;

  private final KeyValueStore<String, String> store;
  private @Nullable BloomFilter<CharSequence> met;

  CountedPlays(KeyValueStore<String, String> store) {
    this.store = store;
  }

  /// Where a play was counted.
  Optional<String> place(String play) {
    return met().mightContain(play) ? Optional.ofNullable(store.get(play)) : Optional.empty();
  }

  void put(String play, String place) {
    met().put(play);
    store.put(play, place);
  }

  /// Forgets a play.
  ///
  /// @return where it was counted
  Optional<String> remove(String play) {
    Optional<String> place = place(play);
    if (place.isPresent()) {
      store.delete(play);
    }
    return place;
  }

  private BloomFilter<CharSequence> met() {
    BloomFilter<CharSequence> filter = met;
    if (filter == null) {
      filter = filled();
      met = filter;
    }
    return filter;
  }

  private BloomFilter<CharSequence> filled() {
    BloomFilter<CharSequence> filter =
        BloomFilter.create(
            Funnels.stringFunnel(StandardCharsets.UTF_8),
            2 * store.approximateNumEntries() + ROOM,
            FALSE_ALARMS);
    try (KeyValueIterator<String, String> all = store.all()) {
      all.forEachRemaining(entry -> filter.put(entry.key));
    }
    return filter;
  }
}
