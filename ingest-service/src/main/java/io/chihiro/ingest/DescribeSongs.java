package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongName;
import io.chihiro.events.TrackPlayed;
import io.chihiro.events.Wire;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/// Keeps the catalogue: what a play tells of its song is added to what is known of it.
///
/// Adding is the same in any order. What was added already is known without a look-up, since nearly
/// every play tells nothing new.
final class DescribeSongs
    implements Processor<String, @Nullable TrackPlayed, String, byte @Nullable []> {
  private static final int MOST_REMEMBERED = 20_000;

  private final Set<Telling> told = new HashSet<>();
  private SongsToTell songs;

  /// What a play tells of its song.
  private record Telling(String user, String title, String artist, String uri, String album) {
    static Telling of(TrackPlayed play) {
      return new Telling(
          play.user(),
          play.song().title(),
          play.song().artist(),
          play.spotifyUri().orElse(""),
          play.album().orElse(""));
    }
  }

  @Override
  public void init(ProcessorContext<String, byte @Nullable []> context) {
    songs = new SongsToTell(context);
  }

  @Override
  public void process(Record<String, @Nullable TrackPlayed> message) {
    TrackPlayed play = message.value();
    if (play == null) {
      LastOfSong.in(message.headers()).ifPresent(song -> forget(Keys.user(message.key()), song));
      return;
    }
    if (!told.add(Telling.of(play)) && play.ids().isEmpty()) {
      return;
    }
    if (told.size() > MOST_REMEMBERED) {
      told.clear();
    }
    describe(play);
  }

  private void forget(String user, String song) {
    String key = Keys.of(user, song);
    told.clear();
    songs.change(key, () -> songs.played().delete(key));
  }

  private void describe(TrackPlayed play) {
    SongDescribed telling = CatalogueSong.told(play, SongName.of(play.song()));
    String key = telling.key();
    Optional<SongDescribed> before =
        Optional.ofNullable(songs.played().get(key))
            .map(kept -> Wire.read(key, kept, SongDescribed.class));
    SongDescribed now = before.map(known -> CatalogueSong.both(known, telling)).orElse(telling);
    if (!before.equals(Optional.of(now))) {
      songs.change(key, () -> songs.played().put(key, Wire.write(key, now)));
    }
  }
}
