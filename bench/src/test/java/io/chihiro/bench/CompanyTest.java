package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chihiro.models.evaluation.NextSongReport;
import io.chihiro.models.evaluation.NextSongReport.Figures;
import io.chihiro.models.sequences.SequenceModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Company on lists that nobody made for it: real listeners', and the sample life's sessions.
class CompanyTest {
  @Test
  void theSampleLifesSessionsTellTheNextSong() throws InterruptedException {
    NextSongReport report = CompanyBenchmark.ofSessions(1);

    assertAhead(report);
  }

  @Test
  void realListenersTellTheNextArtist() throws IOException, InterruptedException {
    Path folder = ListenersArtists.folder(Path.of(System.getProperty("chihiro.root")));
    assumeTrue(Files.isDirectory(folder), "skipped: ../shared/data is absent (audioscrobbler-50)");
    List<List<String>> lists = ListenersArtists.read(folder);
    assertEquals(50, lists.size());

    assertAhead(CompanyBenchmark.ofListeners(lists, 1));
  }

  private static void assertAhead(NextSongReport report) {
    Figures own = report.of(SequenceModels.SKIP_GRAM);
    Figures popular = report.of(SequenceModels.MOST_POPULAR);

    assertTrue(own.hitAt10().value() > popular.hitAt10().value(), report::table);
    assertTrue(own.mrr().value() > popular.mrr().value(), report::table);
    assertTrue(report.gainOver(SequenceModels.PMI).hitAt10().high() >= 0, report::table);
  }
}
