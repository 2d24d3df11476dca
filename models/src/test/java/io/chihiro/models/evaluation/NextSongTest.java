package io.chihiro.models.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.models.sequences.GeneratedSequences;
import io.chihiro.models.sequences.SequenceModels;
import io.chihiro.models.sequences.SkipGram.Config;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextSongTest {
  private static final List<List<String>> LISTS = GeneratedSequences.small(1).all();
  private static final Config CONFIG = Config.usual(1);

  @Test
  void companyTellsTheNextSongBetterThanPopularityDoes() throws InterruptedException {
    NextSongReport report = NextSong.last(1).judge(LISTS, CONFIG, 2);

    assertTrue(report.gainOver(SequenceModels.MOST_POPULAR).mrr().aboveZero(), report::table);
    assertTrue(report.gainOver(SequenceModels.MOST_POPULAR).hitAt10().aboveZero(), report::table);
    assertTrue(report.of(SequenceModels.PMI).hitAt10().value() > report.chance().hitAt10());
  }

  @Test
  void everySequenceIsHeldOutOnce() throws InterruptedException {
    NextSongReport report = NextSong.last(1).judge(LISTS, CONFIG.withEpochs(1), 1);

    assertEquals(LISTS.size(), report.sequences());
    assertEquals(LISTS.size(), report.questions() + report.cold().size());
  }

  @Test
  void theMostPopularAreRightAsOftenAsCountedByHand() throws InterruptedException {
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      lists.add(List.of("own " + i, "hit", "other hit"));
    }
    NextSongReport report = NextSong.last(1).judge(lists, CONFIG.withEpochs(1), 1);

    // 8 lists are learned from: 10 songs; "hit" is given, so the other hit is first of all.
    assertEquals(1, report.of(SequenceModels.MOST_POPULAR).mrr().value());
    assertEquals(1, report.of(SequenceModels.MOST_POPULAR).hitAt10().value());
    assertEquals(1, report.chance().hitAt10());
    assertEquals(2.8289682 / 9, report.chance().mrr(), 1e-6);
  }

  @Test
  void aSongThatIsInNoOtherSequenceIsNamedAsCold() throws InterruptedException {
    List<List<String>> lists = new ArrayList<>(LISTS.subList(0, 40));
    lists.add(List.of("cluster 1 song 1", "cluster 1 song 2", "nobody else's"));
    NextSongReport report = NextSong.last(1).judge(lists, CONFIG.withEpochs(1), 1);

    assertTrue(report.cold().contains("nobody else's"));
    assertTrue(report.table().contains("cold"), report::table);
  }

  @Test
  void aSongThatComesBackAsksForNothing() throws InterruptedException {
    List<List<String>> lists = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      lists.add(List.of("one", "two", "one", "two"));
      lists.add(List.of("three"));
    }
    NextSongReport report = NextSong.last(1).judge(lists, CONFIG.withEpochs(1), 1);

    assertEquals(10, report.questions());
    assertEquals(1, report.of(SequenceModels.MOST_POPULAR).mrr().value());
  }

  @Test
  void severalPlacesOfASequenceCanBeAsked() throws InterruptedException {
    NextSongReport report =
        new NextSong(2, 4, 1, 1).judge(LISTS.subList(0, 100), CONFIG.withEpochs(1), 1);

    assertTrue(report.questions() > 300, () -> report.questions() + " questions");
  }

  @Test
  void theSameSeedGivesTheSameReport() throws InterruptedException {
    List<List<String>> lists = LISTS.subList(0, 60);

    assertEquals(
        NextSong.last(3).judge(lists, CONFIG.withEpochs(2), 1),
        NextSong.last(3).judge(lists, CONFIG.withEpochs(2), 1));
  }

  @Test
  void oneFoldIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new NextSong(1, 1, 1, 1));
  }
}
