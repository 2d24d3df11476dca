package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.LyricsKept;
import io.chihiro.events.Song;
import io.chihiro.events.SongListed;
import io.chihiro.events.Topics;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The import of a catalogue that was killed goes on where it was.
class ImportSongsKilledTest extends ImportedCatalogue {
  @Test
  void aKillAtAnyWriteLeadsToTheSameEnd() throws Exception {
    String text = catalogue();
    SongImport undisturbed = run("songs.csv", text);
    Map<String, SongListed> listings = events.all(Topics.SONG_LISTINGS);
    Map<String, LyricsKept> lyrics = events.all(Topics.LYRICS);

    for (int kill = 1; kill < 60; kill++) {
      InMemoryEvents survived = new InMemoryEvents();
      SongImport open = upload("songs.csv", text);
      EventWriter killed = new KilledAfter(survived, kill);
      assertThrows(IllegalStateException.class, () -> importer(ledger, killed, survived).run(open));

      SongImportLedger restarted = new SongImportLedger(folder.resolve("catalogues")).read();
      SongImport resumed = restarted.find("owner", open.id()).orElseThrow();
      assertTrue(resumed.status().open());
      SongImport ended = importer(restarted, survived, survived).run(resumed);

      String when = "killed after " + kill;
      assertEquals(undisturbed.account(), ended.account(), when);
      assertEquals(listings, survived.all(Topics.SONG_LISTINGS), when);
      assertEquals(lyrics, survived.all(Topics.LYRICS), when);
    }
  }

  @Test
  void aRowKeepsItsPlaceInTheAccountWhateverRowsBehindItHadAdded() throws Exception {
    String earlier = HEADINGS + row(song(0), "pop,1999,1,{},,0") + row(song(1), "pop,1999,1,{},,1");
    String text = withoutWords();
    run("earlier.csv", earlier);
    SongImport undisturbed = run("songs.csv", text);

    for (int kill = 1; kill < undisturbed.account().songs().stored(); kill++) {
      InMemoryEvents survived = new InMemoryEvents();
      var _ = importer(ledger, survived, survived).run(upload("earlier.csv", earlier));
      SongImport open = upload("songs.csv", text);
      EventWriter killed = new KilledAfter(survived, kill);
      assertThrows(IllegalStateException.class, () -> importer(ledger, killed, survived).run(open));

      SongImportLedger restarted = new SongImportLedger(folder.resolve("catalogues")).read();
      SongImport resumed = restarted.find("owner", open.id()).orElseThrow();
      SongImport ended = importer(restarted, survived, survived).run(resumed);

      assertEquals(undisturbed.account(), ended.account(), "killed after " + kill);
    }
  }

  // Every song comes three times between two checkpoints: as it was, with a tag more, and again.
  private static String withoutWords() {
    StringBuilder rows = new StringBuilder(HEADINGS);
    for (int i = 0; i < 12; i += 3) {
      for (String tag : new String[] {"pop", "rock", "rock"}) {
        for (int song = i; song < i + 3; song++) {
          rows.append(row(song(song), tag + ",1999,1,{},," + song));
        }
      }
    }
    return rows.toString();
  }

  private static Song song(int number) {
    return new Song("Song " + number, "Singer");
  }

  // Some songs come twice, some with other words, some rows are broken.
  private static String catalogue() {
    StringBuilder rows = new StringBuilder(HEADINGS);
    for (int i = 0; i < 50; i++) {
      Song song = new Song("Song " + i % 40, "Singer");
      String id = i < 40 ? Integer.toString(i) : "";
      rows.append(row(song, "pop," + (1950 + i) + ",1,{},\"" + words(i) + "\"," + id));
      if (i % 7 == 3) {
        rows.append("broken\n");
      }
    }
    return rows.toString();
  }
}
