package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.Keys;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongListed;
import io.chihiro.events.SongName;
import io.chihiro.events.Topic;
import io.chihiro.events.Topics;
import io.chihiro.ingest.KnownSongs.Known;
import io.chihiro.ingest.KnownSongs.Words;
import io.chihiro.ingest.catalogue.CatalogueMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The import of a catalogue without a broker, and what it makes of the files that a test gives.
abstract class ImportedCatalogue {
  static final String HEADINGS = "title,artist,tag,year,views,features,lyrics,id\n";
  static final Song SALT = new Song("Salt Water", "The Harbour Lights");
  static final Song BUS = new Song("Night Bus", "Ana Moura");

  @TempDir Path folder;
  final InMemoryEvents events = new InMemoryEvents();
  final PastedWords pasted = new PastedWords();
  SongImportLedger ledger;

  @BeforeEach
  void open() {
    ledger = new SongImportLedger(folder.resolve("catalogues")).read();
  }

  /// Words of a song, made up from its number.
  static String words(int song) {
    StringBuilder words = new StringBuilder();
    for (int line = 0; line < 12; line++) {
      words.append("Line %d of song %d goes past the harbour\n".formatted(line, song * 31 + line));
    }
    return words.toString().strip();
  }

  static String row(Song song, String rest) {
    return song.title() + "," + song.artist() + "," + rest + "\n";
  }

  final SongImport run(String name, String text) throws IOException, InterruptedException {
    return importer(ledger, events).run(upload(name, text));
  }

  final SongImport upload(String name, String text) throws IOException {
    Path file = Files.createTempFile(folder, "upload", ".csv");
    Files.writeString(file, text);
    return ledger.open("owner", name, file, Instant.EPOCH, CatalogueMapping.USUAL);
  }

  final ImportSongs importer(SongImportLedger from, EventWriter writer) {
    return importer(from, writer, events);
  }

  final ImportSongs importer(SongImportLedger from, EventWriter writer, InMemoryEvents there) {
    return new ImportSongs(from, writer, user -> known(user, there), pasted, 10, _ -> {});
  }

  /// As it is found on the topics.
  private static KnownSongs known(String user, InMemoryEvents there) {
    KnownSongs known = new KnownSongs(new InMemoryScratch());
    for (SongListed listed : there.all(Topics.SONG_LISTINGS).values()) {
      if (listed.user().equals(user)) {
        known.put(
            new Known(
                listed,
                header(there, Topics.SONG_LISTINGS, listed.key(), "import"),
                MetRows.of(header(there, Topics.SONG_LISTINGS, listed.key(), "row"))));
        known.putIds(listed.song(), listed.ids());
      }
    }
    for (LyricsKept lyrics : there.all(Topics.LYRICS).values()) {
      known.putWords(lyrics.song(), words(there, Topics.LYRICS, lyrics.key(), lyrics.sha256()));
    }
    for (Topic<?> notes : List.of(Topics.ANNOTATIONS, Topics.PERSONAS)) {
      for (String key : there.all(notes).keySet()) {
        known.putNote(notes, key, words(there, notes, key, header(there, notes, key, "sha256")));
      }
    }
    return known;
  }

  private static Words words(InMemoryEvents there, Topic<?> topic, String key, String sha) {
    String row = header(there, topic, key, "row");
    return new Words(
        sha, header(there, topic, key, "import"), row.isEmpty() ? 0 : Long.parseLong(row));
  }

  private static String header(InMemoryEvents there, Topic<?> topic, String key, String name) {
    return there.headers(topic, key).getOrDefault(name, "");
  }

  final SongListed listed(Song song) {
    return Objects.requireNonNull(events.all(Topics.SONG_LISTINGS).get(key(song)), song::display);
  }

  final Optional<String> lyrics(Song song) {
    return events.get(Topics.LYRICS, key(song)).map(LyricsKept::text);
  }

  static String key(Song song) {
    return Keys.of("owner", SongName.of(song).id());
  }
}
