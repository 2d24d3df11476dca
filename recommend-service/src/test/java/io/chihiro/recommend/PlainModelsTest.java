package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.song;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.models.Question;
import io.chihiro.recommend.SongRanking.Evidence;
import io.chihiro.recommend.SongRanking.Ranked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainModelsTest {
  private static final Question QUESTION = new Question("tired", DAY.plusDays(100));

  private final List<Moment> moments = new ArrayList<>();

  @Test
  void theMostPlayedSongComesFirstWhateverIsAsked() throws Exception {
    day("A quiet day.", song("Now and then", 3));
    day("Rain.", song("Always", 9));

    List<Ranked> ranked = PlainModels.rank("most-played", moments, QUESTION, 10);
    assertEquals(List.of("Always", "Now and then"), titles(ranked));
    assertEquals(List.of(1.0, 0.5), ranked.stream().map(Ranked::score).toList());
  }

  @Test
  void theEvidenceAreTheDaysOnWhichItWasPlayedMost() throws Exception {
    day("A quiet day.", song("Salt Water", 3));
    day("Rain fell on the harbour. Nobody called.", song("Salt Water", 9));

    Evidence best =
        PlainModels.rank("most-played", moments, QUESTION, 1).getFirst().evidence().getFirst();
    assertEquals(DAY.plusDays(1), best.date());
    assertEquals(9, best.plays());
    assertEquals(0, best.similarity());
  }

  @Test
  void whatWasLoudOnceAndIsLongGoneComesFirstForTheEraPrior() throws Exception {
    day("A quiet day.", song("Back then", 9));
    for (int i = 0; i < 20; i++) {
      day("Another day.", song("These days", 3));
    }

    assertEquals(
        "Back then",
        PlainModels.rank("era-prior", moments, QUESTION, 10).getFirst().song().title());
  }

  @Test
  void theSameQuestionDrawsTheSameSongs() throws Exception {
    day("A day.", song("a", 3), song("b", 3), song("c", 3), song("d", 3), song("e", 3));

    assertEquals(
        titles(PlainModels.rank("random", moments, QUESTION, 3)),
        titles(PlainModels.rank("random", moments, QUESTION, 3)));
  }

  @Test
  void aLifeWithoutSongsHasNoAnswer() throws Exception {
    day("A quiet day.");

    for (String name : PlainModels.names()) {
      assertEquals(List.of(), PlainModels.rank(name, moments, QUESTION, 3));
    }
  }

  private void day(String text, SongPlays... songs) {
    moments.add(new Moment("owner", DAY.plusDays(moments.size()), text, List.of(songs)));
  }

  private static List<String> titles(List<Ranked> ranked) {
    return ranked.stream().map(song -> song.song().title()).toList();
  }
}
