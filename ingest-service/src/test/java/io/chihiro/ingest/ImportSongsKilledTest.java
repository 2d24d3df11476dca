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
