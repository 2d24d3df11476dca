package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongName;
import io.chihiro.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/// `words that were found or pasted → LYRICS`.
@ApplicationScoped
public class WriteLyrics {
  /// Who wrote words that the owner pasted: no import takes their place.
  static final String BY_HAND = "hand";

  private static final String BY_LOOKING = "found";

  private final EventWriter events;
  private final PastedWords words;

  @Inject
  public WriteLyrics(KafkaEventWriter events, PastedWords words) {
    this((EventWriter) events, words);
  }

  WriteLyrics(EventWriter events, PastedWords words) {
    this.events = events;
    this.words = words;
  }

  /// The owner pasted them.
  void pasted(String user, Song song, String text) {
    LyricsKept lyrics = LyricsKept.of(user, SongName.of(song).id(), text);
    words.paste(lyrics.key(), lyrics.sha256(), () -> write(lyrics, BY_HAND));
  }

  /// A source or a folder had them.
  void found(String user, Song song, String text) {
    write(LyricsKept.of(user, SongName.of(song).id(), text), BY_LOOKING);
  }

  private void write(LyricsKept lyrics, String by) {
    events.write(
        Topics.LYRICS,
        lyrics.key(),
        lyrics,
        Map.of(TopicSongArchive.IMPORT_HEADER, by, TopicSongArchive.SHA_HEADER, lyrics.sha256()));
    events.flush();
  }

  void forget(String user, Song song) {
    String key = Keys.of(user, SongName.of(song).id());
    words.forget(key, () -> delete(key));
  }

  private void delete(String key) {
    events.delete(Topics.LYRICS, key);
    events.flush();
  }
}
