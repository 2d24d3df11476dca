package io.chihiro.models.sequences;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What everybody may rely on who asks a model of sequences, whichever it is.
class SequenceModelTest {
  private static final GeneratedSequences LISTS = GeneratedSequences.small(3);
  private static final Corpus CORPUS = Corpus.of(LISTS.all(), 1);
  private static final String SONG = "cluster 4 song 7";

  private static final Map<SequenceModels, SequenceModel> MODELS =
      new EnumMap<>(SequenceModels.class);

  @BeforeAll
  static void learn() throws InterruptedException {
    for (SequenceModels each : SequenceModels.values()) {
      MODELS.put(each, each.of(CORPUS, SkipGram.Config.usual(1), LearningRun.quiet(2)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSongIsNotItsOwnNeighbour(SequenceModels which) {
    List<Near> nearest = model(which).nearest(SONG, 12);

    assertEquals(12, nearest.size());
    assertFalse(songs(nearest).contains(SONG));
    assertEquals(12, songs(nearest).size());
  }

  @ParameterizedTest
  @EnumSource
  void theNearestComesFirst(SequenceModels which) {
    List<Near> nearest = model(which).nearest(SONG, 50);

    for (int i = 1; i < nearest.size(); i++) {
      assertTrue(nearest.get(i - 1).score() >= nearest.get(i).score());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownSongHasNoNeighbours(SequenceModels which) {
    assertEquals(List.of(), model(which).nearest("nobody's", 10));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasHeardDoesNotFollow(SequenceModels which) {
    SequenceModel model = model(which);
    String likely = model.following(List.of(SONG), 1).getFirst().song();

    assertFalse(songs(model.following(List.of(likely, SONG), 400)).contains(likely));
  }

  @ParameterizedTest
  @EnumSource
  void afterNothingThePopularFollow(SequenceModels which) {
    SequenceModel model = model(which);

    assertEquals(model.vocabulary().song(1), model.following(List.of(), 3).getFirst().song());
    assertEquals(model.following(List.of(), 3), model.following(List.of("nobody's"), 3));
  }

  @ParameterizedTest
  @EnumSource
  void moreThanThereAreIsAllThereAre(SequenceModels which) {
    assertEquals(CORPUS.vocabulary().size() - 1, model(which).nearest(SONG, 1_000_000).size());
  }

  @ParameterizedTest
  @EnumSource(names = "MOST_POPULAR", mode = EnumSource.Mode.EXCLUDE)
  void songsOfOneClusterAreNearEachOther(SequenceModels which) {
    double purity = LISTS.purity(model(which), 10);

    assertTrue(purity >= 0.9, which + " has a purity of " + purity);
  }

  @Test
  void rankCountsWhoIsAhead() {
    float[] scores = {9, 1, 3, 3, 5};
    BitSet without = new BitSet();

    assertEquals(1, Ranking.rank(scores, 4, without));
    assertEquals(2, Ranking.rank(scores, 2, without));
    assertEquals(3, Ranking.rank(scores, 3, without));
    without.set(4);
    assertEquals(2, Ranking.rank(scores, 3, without));
  }

  private static SequenceModel model(SequenceModels which) {
    return Objects.requireNonNull(MODELS.get(which));
  }

  private static Set<String> songs(List<Near> near) {
    return near.stream().map(Near::song).collect(Collectors.toSet());
  }
}
