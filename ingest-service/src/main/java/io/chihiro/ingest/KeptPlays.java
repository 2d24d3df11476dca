package io.chihiro.ingest;

import io.chihiro.ingest.listening.HeardPlay;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// The plays of a partition, each at its place in time.
///
/// Writing one of an import needs no look-up: its id tells where it lies. For ids that do not, as
/// those of live plays, or that tell wrong, the place is noted.
final class KeptPlays {
  private final KeyValueStore<String, HeardPlay> plays;
  private final KeyValueStore<String, String> noted;
  private boolean anyToldWrong;

  KeptPlays(KeyValueStore<String, HeardPlay> plays, KeyValueStore<String, String> noted) {
    this.plays = plays;
    this.noted = noted;
    try (KeyValueIterator<String, String> all = noted.all()) {
      all.forEachRemaining(entry -> note(entry.key));
    }
  }

  /// Keeps a play.
  ///
  /// @param key of its record
  /// @return the place from which it moved, if it lay elsewhere before
  Optional<String> put(String key, HeardPlay play) {
    String place = PlayPlace.of(key, play.endSecond());
    Optional<String> told = PlayPlace.told(key);
    if (!anyToldWrong && told.filter(place::equals).isPresent()) {
      plays.put(place, play);
      return Optional.empty();
    }
    Optional<String> before = remove(key).filter(old -> !old.equals(place));
    if (told.filter(place::equals).isEmpty()) {
      noted.put(key, place);
      note(key);
    }
    plays.put(place, play);
    return before;
  }

  /// Forgets a play.
  ///
  /// @return where it lay
  Optional<String> remove(String key) {
    Optional<String> place = place(key);
    place.ifPresent(plays::delete);
    if (isNoted(key)) {
      noted.delete(key);
    }
    return place;
  }

  private void note(String key) {
    anyToldWrong = anyToldWrong || PlayPlace.told(key).isPresent();
  }

  private boolean isNoted(String key) {
    return anyToldWrong || PlayPlace.told(key).isEmpty();
  }

  private Optional<String> place(String key) {
    return Optional.ofNullable(isNoted(key) ? noted.get(key) : null)
        .or(() -> PlayPlace.told(key))
        .filter(place -> plays.get(place) != null);
  }
}
