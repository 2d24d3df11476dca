package io.chihiro.ingest;

import io.chihiro.events.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// What the topology remembers. Keys begin with the user and a time, so that a day is one range.
final class DayStores {
  /// `user/second/play` → [HeardPlay].
  static final String PLAYS = "plays-heard";

  /// `user/play` → key in [#PLAYS], for plays whose id does not tell it.
  static final String PLACES = "plays-placed";

  /// `user/topic/rest` → what the owner says of plays, songs, days and rules, as it travelled.
  static final String SAID = "owners-word";

  /// `user/song` → the song as plays describe it.
  static final String SONGS = "songs-described";

  /// `user/song` → the song as catalogues say it, as it travelled.
  static final String LISTED = "songs-listed";

  /// `user/song` → SHA-256 of its lyrics, also where the song is not known yet.
  static final String SUNG = "songs-sung";

  /// `user/entry` → key in [#TEXTS_OF_DAY].
  static final String ENTRIES = "entries-collected";

  /// `user/date/time/entry` → text, sealed.
  static final String TEXTS_OF_DAY = "texts-of-day";

  /// `user/date` → why and since when: days to be composed; see [Causes].
  static final String TOUCHED = "touched-days";

  /// `user/date` → hash of the moment last sent, to send only what changed.
  static final String COMPOSED = "composed-moments";

  private DayStores() {}

  /// What a song is told from.
  static String[] ofSongs() {
    return new String[] {SONGS, LISTED, SUNG};
  }

  /// What a moment is composed of.
  static String[] ofMoments() {
    return new String[] {PLAYS, SAID, TEXTS_OF_DAY, TOUCHED, COMPOSED};
  }

  static List<StoreBuilder<? extends KeyValueStore<String, ?>>> all() {
    return List.of(
        store(PLAYS, new HeardPlaySerde()),
        store(PLACES, Serdes.String()),
        store(SAID, Serdes.ByteArray()),
        store(SONGS, Serdes.ByteArray()),
        store(LISTED, Serdes.ByteArray()),
        store(SUNG, Serdes.String()),
        store(ENTRIES, Serdes.String()),
        store(TEXTS_OF_DAY, Serdes.ByteArray()),
        store(TOUCHED, Serdes.String()),
        store(COMPOSED, Serdes.Integer()));
  }

  /// A text as it is kept in [#TEXTS_OF_DAY].
  static byte[] text(String place, String text) {
    return Wire.writeText(TEXTS_OF_DAY, place, text);
  }

  /// What is kept there; empty if its user is forgotten.
  static Optional<String> text(String place, byte[] kept) {
    return Wire.findText(TEXTS_OF_DAY, place, kept);
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
    // No cache in front: nearly every key is met once in a commit, so a cache only adds its own
    // work.
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingDisabled()
        // By time nothing may go: a changelog's records bear the time of the play.
        .withLoggingEnabled(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
  }
}
