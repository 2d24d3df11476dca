package io.chihiro.models.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.BrokenModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SongCompanyTest {
  private static final String SONG = "cluster 1 song 1";

  @Test
  void whatWasWrittenTellsTheSameNeighbours(@TempDir Path folder) throws Exception {
    SkipGram model = model();
    SongCompany.write(folder, model, Map.of(SONG, List.of("waves\u001fthe sea", "waves\u001fsea")));
    SongCompany read = read(folder);

    assertEquals(model.nearest(SONG, 5), read.nearest(SONG, 5, _ -> true));
    assertEquals(Optional.of(SONG), read.id("waves\u001fsea"));
    assertEquals(Optional.empty(), read.id("another\u001fone"));
    assertEquals(List.of(), read.names("cluster 2 song 1"));
    assertTrue(read.knows("cluster 2 song 1"));
    assertFalse(read.knows("waves\u001fsea"));
  }

  @Test
  void onlySongsThatMayBeAnAnswerAre(@TempDir Path folder) throws Exception {
    SongCompany.write(folder, model(), Map.of());
    List<Near> near = read(folder).nearest(SONG, 5, song -> !song.startsWith("cluster 1 "));

    assertTrue(near.size() <= 5, near.toString());
    assertFalse(near.stream().anyMatch(each -> each.song().startsWith("cluster 1 ")));
    assertEquals(List.of(), read(folder).nearest("nobody's", 5, _ -> true));
  }

  @Test
  void aBrokenFileIsNamed(@TempDir Path folder) throws Exception {
    SongCompany.write(folder, model(), Map.of());
    Files.writeString(folder.resolve(SongCompany.NAMES), "{");

    var broken = assertThrows(BrokenModelException.class, () -> read(folder));
    assertTrue(String.valueOf(broken.getMessage()).contains(SongCompany.NAMES));
    Files.delete(folder.resolve(SongCompany.VECTORS));
    assertThrows(BrokenModelException.class, () -> read(folder));
  }

  private static SongCompany read(Path folder) {
    return SongCompany.read(folder.resolve(SongCompany.VECTORS), folder.resolve(SongCompany.NAMES));
  }

  private static SkipGram model() throws InterruptedException {
    Corpus corpus = Corpus.of(GeneratedSequences.small(1).all(), 1);
    return SkipGram.learn(corpus, SkipGram.Config.usual(1).withEpochs(2), LearningRun.quiet(1));
  }
}
