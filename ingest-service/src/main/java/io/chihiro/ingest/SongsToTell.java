package io.chihiro.ingest;

import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongListed;
import io.chihiro.events.Wire;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/// The songs as three stores have them: what plays tell, what catalogues say, whose words are
/// known. A song is told again when what the three say together has changed.
final class SongsToTell {
  private final ProcessorContext<String, byte @Nullable []> context;
  private final KeyValueStore<String, byte[]> played;
  private final KeyValueStore<String, byte[]> listed;
  private final KeyValueStore<String, String> sung;

  SongsToTell(ProcessorContext<String, byte @Nullable []> context) {
    this.context = context;
    this.played = context.getStateStore(DayStores.SONGS);
    this.listed = context.getStateStore(DayStores.LISTED);
    this.sung = context.getStateStore(DayStores.SUNG);
  }

  KeyValueStore<String, byte[]> played() {
    return played;
  }

  KeyValueStore<String, byte[]> listed() {
    return listed;
  }

  KeyValueStore<String, String> sung() {
    return sung;
  }

  /// Changes one of the stores under a key, and tells the song if that has changed it.
  ///
  /// Songs are compared, not bytes: those of before may have been written as another version.
  void change(String key, Runnable change) {
    Optional<SongDescribed> before = whole(key, played, listed, sung);
    change.run();
    Optional<SongDescribed> now = whole(key, played, listed, sung);
    if (!before.equals(now)) {
      byte @Nullable [] after = now.map(song -> Wire.write(key, song)).orElse(null);
      context.forward(new Record<>(key, after, context.currentSystemTimeMs()));
    }
  }

  /// A song; empty if it was neither played nor listed.
  static Optional<SongDescribed> whole(
      String key,
      ReadOnlyKeyValueStore<String, byte[]> played,
      ReadOnlyKeyValueStore<String, byte[]> listed,
      ReadOnlyKeyValueStore<String, String> sung) {
    return CatalogueSong.whole(
        Optional.ofNullable(played.get(key)).map(song -> Wire.read(key, song, SongDescribed.class)),
        Optional.ofNullable(listed.get(key)).map(song -> Wire.read(key, song, SongListed.class)),
        Optional.ofNullable(sung.get(key)));
  }
}
