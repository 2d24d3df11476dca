package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chihiro.events.InMemoryEvents;
import io.chihiro.ingest.history.Listener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real rows from public tools' fixtures, counted by hand.
class ExportFixturesTest {
  @TempDir Path folder;

  @Test
  void mixedRowsOfTheExtendedHistory() throws Exception {
    ImportAccount account = imported("extended_mixed_rows.json");

    assertEquals(9, account.rows());
    assertEquals(3, account.stored());
    assertEquals(
        Map.of("podcast", 2L, "private session", 1L, "no title", 2L, "broken row", 1L),
        account.dropped());
  }

  @Test
  void aYearOfAccountData() throws Exception {
    ImportAccount account = imported("music_history_realistic.json");

    long objects = count("music_history_realistic.json", "\"endTime\"");
    assertEquals(objects, account.rows());
    assertEquals(objects, account.stored() + account.dropped().getOrDefault("duplicate", 0L));
  }

  @Test
  void threeRowsOfAccountData() throws Exception {
    assertEquals(3, imported("music_history_short.json").stored());
  }

  @Test
  void rowsOfTwentyTwentyThree() throws Exception {
    ImportAccount account = imported("spotify_streaming_2023.json");

    assertEquals(count("spotify_streaming_2023.json", "\"ts\""), account.rows());
    assertEquals(account.rows(), account.stored());
  }

  private ImportAccount imported(String name) throws Exception {
    Path source = fixture(name);
    assumeTrue(Files.exists(source), "skipped: ../shared/data is absent (spotify-export)");
    Path copy = Files.copy(source, folder.resolve(name));
    ImportLedger ledger = new ImportLedger(folder.resolve("imports")).read();
    InstantSource now = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    var importer =
        new ImportPlays(
            ledger,
            new InMemoryEvents(),
            (_, _, _) -> new PlayIds(),
            Listener::atUtc,
            1000,
            now,
            _ -> {});
    return importer.run(ledger.open("owner", name, copy, Instant.EPOCH)).account();
  }

  private static long count(String name, String word) throws Exception {
    return Files.readString(fixture(name)).split(word, -1).length - 1L;
  }

  private static Path fixture(String name) {
    return Path.of(System.getProperty("chihiro.root"), "../shared/data/spotify-export", name);
  }
}
