package io.chihiro.ingest;

import io.chihiro.events.Keys;
import io.chihiro.events.Song;
import io.chihiro.events.SongListed;
import io.chihiro.events.Topic;
import io.chihiro.events.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a user's songs while a catalogue comes in: listings, the names of songs that
/// were played, whose id is whose, and whose words are there. It lies on disk.
final class KnownSongs implements AutoCloseable {
  private static final String LISTED = "listed/";
  private static final String NAMED = "named/";
  private static final String ID = "id/";
  private static final String LYRICS = "lyrics/";
  private static final String NOTE = "note/";
  private static final char PART = '\u001f';

  private final Scratch scratch;

  KnownSongs(Scratch scratch) {
    this.scratch = scratch;
  }

  /// A listing, and who wrote it.
  ///
  /// @param by the import that met this song last
  record Known(SongListed listed, String by, MetRows rows) {}

  /// Lyrics, and who wrote them.
  ///
  /// @param by an import, or [WriteLyrics#BY_HAND]
  /// @param row of that import
  record Words(String sha256, String by, long row) {}

  Optional<Known> listed(String user, String song) {
    return scratch.find(LISTED + song).map(text -> known(Keys.of(user, song), text));
  }

  void put(Known known) {
    SongListed listed = known.listed();
    String json = new String(Wire.write(listed.key(), listed), StandardCharsets.UTF_8);
    scratch.put(LISTED + listed.song(), known.by() + PART + known.rows().text() + PART + json);
  }

  void forgetListed(String song) {
    scratch.remove(LISTED + song);
  }

  /// A song that was played.
  void putNamed(String song, Song named) {
    scratch.put(NAMED + song, named.title() + PART + named.artist());
  }

  void forgetNamed(String song) {
    scratch.remove(NAMED + song);
  }

  /// Ids that somebody gave to a song before.
  void putIds(String song, Map<String, List<String>> ids) {
    ids.forEach((kind, all) -> all.forEach(id -> putId(song, kind, id, "")));
  }

  /// An id that an import gives to a song.
  void putId(String song, String kind, String id, String by) {
    scratch.put(place(kind, id), song + PART + by);
  }

  /// The song that an id belongs to.
  Optional<String> songOf(String kind, String id) {
    return scratch.find(place(kind, id)).map(text -> text.substring(0, text.indexOf(PART)));
  }

  /// The song that an import gave an id to.
  Optional<String> songOf(String kind, String id, String by) {
    return scratch
        .find(place(kind, id))
        .filter(text -> text.endsWith(PART + by))
        .map(text -> text.substring(0, text.indexOf(PART)));
  }

  /// What a song is called that was listed or played.
  Optional<Song> named(String user, String song) {
    return listed(user, song)
        .map(known -> known.listed().named())
        .or(() -> scratch.find(NAMED + song).map(KnownSongs::song));
  }

  Optional<Words> words(String song) {
    return scratch.find(LYRICS + song).map(KnownSongs::readWords);
  }

  void putWords(String song, Words words) {
    scratch.put(LYRICS + song, text(words));
  }

  void forgetWords(String song) {
    scratch.remove(LYRICS + song);
  }

  /// What was said of a song: a hash of it, and who wrote it.
  Optional<Words> note(Topic<?> topic, String key) {
    return scratch.find(place(topic, key)).map(KnownSongs::readWords);
  }

  void putNote(Topic<?> topic, String key, Words words) {
    scratch.put(place(topic, key), text(words));
  }

  void forgetNote(Topic<?> topic, String key) {
    scratch.remove(place(topic, key));
  }

  private static String place(Topic<?> topic, String key) {
    return NOTE + topic.name() + "/" + key;
  }

  private static String text(Words words) {
    return words.sha256() + PART + words.by() + PART + words.row();
  }

  private static String place(String kind, String id) {
    return ID + kind + "/" + id;
  }

  private static Song song(String text) {
    int end = text.indexOf(PART);
    return new Song(text.substring(0, end), text.substring(end + 1));
  }

  private static Words readWords(String text) {
    int by = text.indexOf(PART) + 1;
    int row = text.indexOf(PART, by) + 1;
    return new Words(
        text.substring(0, by - 1),
        text.substring(by, row - 1),
        Long.parseLong(text.substring(row)));
  }

  private static Known known(String key, String text) {
    int row = text.indexOf(PART) + 1;
    int json = text.indexOf(PART, row) + 1;
    byte[] bytes = text.substring(json).getBytes(StandardCharsets.UTF_8);
    return new Known(
        Wire.read(key, bytes, SongListed.class),
        text.substring(0, row - 1),
        MetRows.of(text.substring(row, json - 1)));
  }

  @Override
  public void close() {
    scratch.close();
  }
}
