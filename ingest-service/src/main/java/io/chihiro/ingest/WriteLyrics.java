package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.KafkaEventWriter;
import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.Topics;
import io.chihiro.ingest.listening.SongName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/// `words that were found or pasted → LYRICS`.
@ApplicationScoped
public class WriteLyrics {
  /// Who wrote words that the owner pasted: no import takes their place.
  static final String BY_HAND = "hand";

  private static final String BY_LOOKING = "found";

  private final EventWriter events;

  public WriteLyrics(KafkaEventWriter events) {
    this.events = events;
  }

  /// The owner pasted them.
  void pasted(String user, Song song, String text) {
    write(user, song, text, BY_HAND);
  }

  /// A source or a folder had them.
  void found(String user, Song song, String text) {
    write(user, song, text, BY_LOOKING);
  }

  private void write(String user, Song song, String text, String by) {
    LyricsKept lyrics = LyricsKept.of(user, SongName.of(song).id(), text);
    events.write(
        Topics.LYRICS,
        lyrics.key(),
        lyrics,
        Map.of(TopicSongArchive.IMPORT_HEADER, by, TopicSongArchive.SHA_HEADER, lyrics.sha256()));
    events.flush();
  }

  void forget(String user, Song song) {
    events.delete(Topics.LYRICS, Keys.of(user, SongName.of(song).id()));
    events.flush();
  }
}
