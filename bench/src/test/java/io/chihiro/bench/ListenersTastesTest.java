package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chihiro.models.tastes.Ease;
import io.chihiro.models.tastes.HetrecFolder;
import io.chihiro.models.tastes.ItemKnn;
import io.chihiro.models.tastes.LeaveOneOut;
import io.chihiro.models.tastes.MostTaken;
import io.chihiro.models.tastes.RandomItems;
import io.chihiro.models.tastes.TasteGate;
import io.chihiro.models.tastes.TasteGate.Choice;
import io.chihiro.models.tastes.TasteReport;
import io.chihiro.models.tastes.TasteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What needs no training, on real listeners.
class ListenersTastesTest {
  @Test
  void realListenersTellTheNextArtist() throws IOException {
    Path folder = TasteData.usual(Path.of(System.getProperty("chihiro.root")));
    assumeTrue(Files.isDirectory(folder), "skipped: ../shared/data is absent (hetrec-lastfm-200)");
    LeaveOneOut split = LeaveOneOut.of(HetrecFolder.read(folder).core(5), 1);
    assertEquals(186, split.users());
    assertEquals(411, split.items().size());

    TasteReport report =
        TasteReport.of(
            split,
            List.of(
                new RandomItems(411, 1),
                new MostTaken(split),
                ItemKnn.tuned(split),
                Ease.tuned(split)),
            1);

    assertTrue(report.gain(Ease.NAME, MostTaken.NAME, 1).aboveZero(), TasteTable.of(report));
    Choice choice = TasteGate.choose(report, 1);
    assertInstanceOf(Choice.Promoted.class, choice, choice.reason());
    List<Row> rows = TastesBenchmark.rows(report, choice);
    assertTrue(rows.stream().allMatch(Row::holds), () -> Report.table(rows));
  }

  @Test
  void nobodyIsAskedForSummariesUnlessAServerIsNamed() {
    assertFalse(TasteSummaries.of(Map.of()).wanted());
    assertTrue(
        TasteSummaries.of(
                Map.of(
                    "CHIHIRO_SUMMARIES_URL", "http://127.0.0.1:1",
                    "CHIHIRO_SUMMARIES_MODEL", "small"))
            .wanted());
  }

  @Test
  void aServerWithoutAModelIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> TasteSummaries.of(Map.of("CHIHIRO_SUMMARIES_URL", "http://127.0.0.1:1")));

    assertEquals(
        "CHIHIRO_SUMMARIES_URL names a server, and CHIHIRO_SUMMARIES_MODEL no model that it has.",
        refused.getMessage());
  }
}
