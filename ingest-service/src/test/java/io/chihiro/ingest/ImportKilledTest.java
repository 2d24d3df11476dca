package io.chihiro.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.EventWriter;
import io.chihiro.events.InMemoryEvents;
import io.chihiro.events.Topics;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An import that was killed goes on where it was.
class ImportKilledTest extends ImportedHistory {
  @Test
  void aKillAtAnyCheckpointLeadsToTheSameEnd() throws Exception {
    StringBuilder rows = new StringBuilder("[" + row(0, "A"));
    for (int i = 1; i < 50; i++) {
      rows.append(',').append(row(i % 40, "A"));
    }
    String json = rows.append(']').toString();
    PlayImport undisturbed = run("history.json", json);
    Set<String> plays = events.all(Topics.PLAYS).keySet();

    for (int kill = 1; kill < 40; kill += 7) {
      InMemoryEvents survived = new InMemoryEvents();
      PlayImport open = ledger.open("owner", "history.json", file(json), Instant.EPOCH);
      EventWriter killed = new KilledAfter(survived, kill);
      assertThrows(IllegalStateException.class, () -> importer(killed).run(open));

      ImportLedger restarted = new ImportLedger(folder.resolve("imports")).read();
      PlayImport resumed = restarted.find("owner", open.id()).orElseThrow();
      assertTrue(resumed.status().open());
      PlayImport ended = importer(restarted, survived).run(resumed);

      assertEquals(undisturbed.account(), ended.account(), "killed after " + kill);
      assertEquals(plays, survived.all(Topics.PLAYS).keySet(), "killed after " + kill);
    }
  }
}
