package io.chihiro.ingest;

import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.ingest.history.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// An import without a broker, and what it makes of the files that a test gives to it.
abstract class ImportedHistory {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;
  final InMemoryEvents events = new InMemoryEvents();
  final Set<String> knownBefore = new HashSet<>();
  ImportLedger ledger;

  @BeforeEach
  void open() {
    ledger = new ImportLedger(folder.resolve("imports")).read();
  }

  static String row(int minute, String title) {
    return """
        {"ts":"2024-07-25T03:%02d:19Z","ms_played":99000,"master_metadata_track_name":"%s",
         "master_metadata_album_artist_name":"Artist"}"""
        .formatted(minute, title);
  }

  final PlayImport run(String name, String json) throws IOException, InterruptedException {
    return run(ledger.open("owner", name, file(json), Instant.EPOCH));
  }

  final PlayImport run(PlayImport open) throws InterruptedException {
    return importer(events).run(open);
  }

  final ImportPlays importer(EventWriter writer) {
    return importer(ledger, writer);
  }

  final ImportPlays importer(ImportLedger from, EventWriter writer) {
    return new ImportPlays(
        from, writer, (_, _, _) -> PlayIds.of(knownBefore), Listener::atUtc, 10, NOW, _ -> {});
  }

  final Path file(String json) throws IOException {
    Path file = Files.createTempFile(folder, "upload", ".json");
    Files.writeString(file, json);
    return file;
  }
}
