package io.chihiro.ingest;

import io.chihiro.events.Event;
import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.SongDescribed;
import io.chihiro.events.SongListed;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.events.UnreadableRecordException;
import io.chihiro.events.UserRecords;
import io.chihiro.events.Wire;
import io.chihiro.ingest.KnownSongs.Known;
import io.chihiro.ingest.KnownSongs.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Asks the topics themselves, and lays on disk what an import looks up.
final class TopicSongArchive implements SongArchive {
  /// The header that names the import a record came with.
  static final String IMPORT_HEADER = TopicPlayArchive.IMPORT_HEADER;

  /// The header that names the row of that import; of a listing, its [MetRows].
  static final String ROW_HEADER = "row";

  /// The header with the hash of lyrics, so that nobody has to read them to know whether they are
  /// the same.
  static final String SHA_HEADER = "sha256";

  private final Path folder;
  private final UserRecords records;

  TopicSongArchive(String broker, Path folder) {
    this.folder = folder;
    this.records =
        new UserRecords(
            broker,
            "ingest-known-songs",
            List.of(
                Topics.SONG_LISTINGS,
                Topics.LYRICS,
                Topics.SONGS,
                Topics.ANNOTATIONS,
                Topics.PERSONAS));
  }

  @Override
  public KnownSongs known(String user) {
    KnownSongs known = new KnownSongs(DiskScratch.in(folder));
    try {
      records.each(user, message -> note(known, message));
      return known;
    } catch (RuntimeException e) {
      known.close();
      throw e;
    }
  }

  private static void note(KnownSongs known, ConsumerRecord<String, byte[]> message) {
    for (Topic<?> notes : List.of(Topics.ANNOTATIONS, Topics.PERSONAS)) {
      if (message.topic().equals(notes.name())) {
        note(known, notes, message);
        return;
      }
    }
    String song = Keys.rest(message.key());
    if (message.topic().equals(Topics.SONG_LISTINGS.name())) {
      read(message, Topics.SONG_LISTINGS)
          .ifPresentOrElse(listed -> note(known, message, listed), () -> known.forgetListed(song));
    } else if (message.topic().equals(Topics.LYRICS.name())) {
      words(message)
          .ifPresentOrElse(words -> known.putWords(song, words), () -> known.forgetWords(song));
    } else {
      read(message, Topics.SONGS)
          .ifPresentOrElse(told -> note(known, told), () -> known.forgetNamed(song));
    }
  }

  /// What goes beside a record, so that a later import knows it without reading it.
  static Map<String, String> beside(Words words) {
    return Map.of(
        IMPORT_HEADER,
        words.by(),
        ROW_HEADER,
        Long.toString(words.row()),
        SHA_HEADER,
        words.sha256());
  }

  private static void note(
      KnownSongs known, Topic<?> notes, ConsumerRecord<String, byte[]> message) {
    if (message.value() == null) {
      known.forgetNote(notes, message.key());
      return;
    }
    known.putNote(notes, message.key(), words(message, header(message, SHA_HEADER)));
  }

  private static Words words(ConsumerRecord<String, byte[]> message, String sha) {
    return new Words(sha, header(message, IMPORT_HEADER), row(message));
  }

  private static void note(
      KnownSongs known, ConsumerRecord<String, byte[]> message, SongListed listed) {
    MetRows rows = MetRows.of(header(message, ROW_HEADER));
    known.put(new Known(listed, header(message, IMPORT_HEADER), rows));
    known.putIds(listed.song(), listed.ids());
  }

  // A song without an id is found by what it is called.
  private static void note(KnownSongs known, SongDescribed told) {
    if (!told.ids().isEmpty()) {
      known.putNamed(told.song(), told.named());
      known.putIds(told.song(), told.ids());
    }
  }

  private static Optional<Words> words(ConsumerRecord<String, byte[]> message) {
    if (message.value() == null) {
      return Optional.empty();
    }
    String sha = header(message, SHA_HEADER);
    Optional<String> told =
        sha.isEmpty() ? read(message, Topics.LYRICS).map(LyricsKept::sha256) : Optional.of(sha);
    return told.map(each -> words(message, each));
  }

  // What cannot be read is put aside by the topology, with its reason.
  private static <E extends Event> Optional<E> read(
      ConsumerRecord<String, byte[]> message, Topic<E> topic) {
    try {
      return Optional.ofNullable(message.value())
          .flatMap(bytes -> Wire.find(message.key(), bytes, topic.type()));
    } catch (UnreadableRecordException _) {
      return Optional.empty();
    }
  }

  private static long row(ConsumerRecord<String, byte[]> message) {
    String row = header(message, ROW_HEADER);
    return row.matches("\\d{1,18}") ? Long.parseLong(row) : 0;
  }

  private static String header(ConsumerRecord<String, byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
