package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.chihiro.events.Song;
import io.chihiro.recommend.RecentAnswers.Given;
import io.chihiro.recommend.RecentAnswers.GivenSong;
import io.chihiro.recommend.RecentAnswers.Part;
import io.chihiro.recommend.index.InMemoryNotes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentAnswersTest {
  private static final Song FIRST = new Song("Salt Water", "Nobody");
  private static final Song SECOND = new Song("Night Bus", "Nobody");
  private static final Given GIVEN =
      new Given(
          "owner",
          "tired",
          "base",
          "1",
          List.of(new GivenSong(FIRST, List.of(DAY)), new GivenSong(SECOND, List.of())));

  private final InMemoryNotes notes = new InMemoryNotes(Clock.systemUTC());
  private final RecentAnswers answers = new RecentAnswers(notes);
  private final String id = answers.remember(GIVEN);

  @Test
  void aSongIsFoundByItsOwnId() {
    assertEquals(Optional.of(SECOND), song(id + "-2", Optional.empty()));
    assertEquals(
        Optional.of(GIVEN), answers.find("owner", id + "-2", Optional.empty()).map(Part::answer));
  }

  @Test
  void aSongIsFoundByTheAnswersIdAndItsName() {
    Part part =
        answers.find("owner", id, Optional.of(new Song("night bus", "NOBODY"))).orElseThrow();

    assertEquals(id + "-2", part.id());
    assertEquals(SECOND, part.song().song());
  }

  @Test
  void theAnswersIdAloneMeansItsFirstSong() {
    assertEquals(id + "-1", answers.find("owner", id, Optional.empty()).orElseThrow().id());
  }

  @Test
  void aSongThatWasNotInTheAnswerIsNotFound() {
    assertEquals(Optional.empty(), song(id, Optional.of(new Song("Other", "Nobody"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0", "-3", "-", "-x", "-99999999999", "-1-1", "x"})
  void whatIsNoSongOfTheAnswerIsNotFound(String rest) {
    assertEquals(Optional.empty(), song(id + rest, Optional.empty()));
  }

  @Test
  void nobodyFindsTheAnswerOfAnother() {
    assertEquals(Optional.empty(), answers.find("anna", id + "-1", Optional.empty()));
  }

  @Test
  void anotherCopyFindsNoneThatNewerOnesCrowdedOut() {
    String newest = id;
    for (int i = 0; i < RecentAnswers.MOST_OF_USER; i++) {
      newest = answers.remember(GIVEN);
    }
    RecentAnswers other = new RecentAnswers(notes);

    assertEquals(Optional.empty(), song(id, Optional.empty()));
    assertEquals(Optional.empty(), other.find("owner", id, Optional.empty()));
    assertEquals(Optional.of(FIRST), song(newest, Optional.empty()));
    assertEquals(
        Optional.of(GIVEN), other.find("owner", newest, Optional.empty()).map(Part::answer));
  }

  @Test
  void anotherCopyFindsTheAnswerForWhomItWasGivenAlone() {
    RecentAnswers other = new RecentAnswers(notes);

    assertEquals(
        Optional.of(GIVEN), other.find("owner", id + "-2", Optional.empty()).map(Part::answer));
    assertEquals(Optional.empty(), other.find("anna", id + "-2", Optional.empty()));
  }

  @Test
  void noTwoAnswersHaveOneId() {
    assertNotEquals(id, answers.remember(GIVEN));
  }

  private Optional<Song> song(String named, Optional<Song> song) {
    return answers.find("owner", named, song).map(part -> part.song().song());
  }
}
