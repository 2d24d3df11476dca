package io.chihiro.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chihiro.models.evaluation.NextSongReport;
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
    NextSongReport report = CompanyBenchmark.ofSessions();

    assertAhead(report);
  }

  @Test
  void realListenersTellTheNextArtist() throws IOException, InterruptedException {
    Path folder = ListenersArtists.folder(Path.of(System.getProperty("chihiro.root")));
    assumeTrue(Files.isDirectory(folder), "skipped: ../shared/data is absent (audioscrobbler-50)");
    List<List<String>> lists = ListenersArtists.read(folder);
    assertEquals(50, lists.size());

    assertAhead(CompanyBenchmark.ofListeners(lists));
  }

  private static void assertAhead(NextSongReport report) {
    assertTrue(report.gainOver(SequenceModels.MOST_POPULAR).mrr().aboveZero(), report::table);
    assertTrue(report.gainOver(SequenceModels.PMI).mrr().high() >= 0, report::table);
  }
}
