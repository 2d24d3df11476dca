package io.chihiro.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Feedback;
import io.chihiro.events.Feedback.Verdict;
import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.models.evaluation.Life;
import io.chihiro.models.torch.TextTriplet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnLifeTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final Song SEA = new Song("Sea", "Her");
  private static final Song RAIN = new Song("Rain", "Him");
  private static final String JUDGING = mood(true);
  private static final String TEACHING = mood(false);

  private final List<Moment> moments = List.of(day(0, SEA), day(1, SEA), day(2, RAIN), day(3));

  @Test
  void onlyDaysWithSongsAreLearnedFromAndOnlyTheLatest() {
    Life life = OwnLife.of(moments, List.of(), 2);

    assertEquals(List.of(DAY.plusDays(1), DAY.plusDays(2)), dates(life));
    assertEquals(3, OwnLife.count(moments));
  }

  @Test
  void aMoodEitherJudgesOrTeaches() {
    List<Feedback> feedback =
        List.of(
            said("1", JUDGING, Verdict.TOOK_ME_BACK, SEA, 0),
            said("2", TEACHING, Verdict.TOOK_ME_BACK, SEA, 0));
    Life life = OwnLife.of(moments, feedback, 10);

    assertEquals(List.of(JUDGING), life.moods().stream().map(Life.PastMood::text).toList());
    List<TextTriplet> told = OwnLife.told(feedback, life.days(), 1);
    assertEquals(List.of(TEACHING), told.stream().map(TextTriplet::anchor).toList());
    assertEquals("day 0", told.getFirst().positive());
    assertEquals("day 2", told.getFirst().negative());
  }

  @Test
  void whatIsNotWantedNowSaysNothing() {
    List<Feedback> feedback =
        List.of(
            said("1", JUDGING, Verdict.NOT_NOW, SEA, 0),
            said("2", TEACHING, Verdict.NOT_NOW, SEA, 0));
    Life life = OwnLife.of(moments, feedback, 10);

    assertTrue(life.moods().isEmpty());
    assertTrue(OwnLife.told(feedback, life.days(), 1).isEmpty());
  }

  @Test
  void aHeldOutDayTeachesNothing() {
    List<Feedback> feedback = List.of(said("1", TEACHING, Verdict.TOOK_ME_BACK, SEA, 0));
    Life life = OwnLife.of(moments, feedback, 10);

    assertTrue(OwnLife.told(feedback, life.days().subList(1, 3), 1).isEmpty());
  }

  @Test
  void songsThatMayNotTeachMakeNoDay() {
    SongPlays live = new SongPlays(SEA, 5, Optional.empty(), Optional.of(0));
    Moment told = new Moment("owner", DAY.plusDays(9), "a live day", List.of(live));

    assertEquals(0, OwnLife.count(List.of(told)));
  }

  private static String mood(boolean judging) {
    return IntStream.range(0, 100)
        .mapToObj(i -> "mood " + i)
        .filter(mood -> OwnLife.judges(mood) == judging)
        .findFirst()
        .orElseThrow();
  }

  private static List<LocalDate> dates(Life life) {
    return life.days().stream().map(day -> day.date()).toList();
  }

  private static Moment day(int number, Song... songs) {
    List<SongPlays> played =
        List.of(songs).stream().map(song -> new SongPlays(song, 3, Optional.empty())).toList();
    return new Moment("owner", DAY.plusDays(number), "day " + number, played);
  }

  private static Feedback said(String answer, String mood, Verdict verdict, Song song, int day) {
    return new Feedback(
        "owner",
        answer,
        mood,
        song,
        List.of(DAY.plusDays(day)),
        verdict,
        Instant.EPOCH,
        "base",
        "1");
  }
}
