package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.moment;
import static io.chihiro.recommend.index.DayRecords.song;
import static io.chihiro.recommend.index.DayRecords.vectors;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.events.Moment.SongPlays;
import io.chihiro.models.SentenceEncoder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotEnoughTest {
  private static final String TEXT = "A quiet day.";
  private static final SongPlays SONG = song("Salt Water", 3);

  private final Life life = life();

  private static Life life() {
    Life life = Life.of(List.of());
    life.hold(SentenceEncoder.VERSION, List.of());
    return life;
  }

  @Test
  void anEmptyLifeLacksItsJournal() {
    assertEquals(
        "Not enough yet: no day of your journal is here. Add photos of its pages, or text.",
        sentence());
  }

  @Test
  void aJournalWithoutVectorsIsStillBeingRead() {
    life.apply(moment("owner", DAY, TEXT, SONG));

    assertEquals(
        "Not enough yet: your journal is still being read; ask again in a moment.", sentence());
  }

  @Test
  void aJournalWithoutSongsLacksTheListeningHistory() {
    wholeDays(3);

    assertEquals(
        "Not enough yet: there are 3 days of journal, but none on which you played a song three"
            + " times. Add your listening history.",
        sentence());
  }

  @Test
  void aFewDaysAreNotEnoughYet() {
    wholeDays(9, SONG);

    assertEquals(
        "Not enough yet: only 9 days have both a page and songs you kept replaying; from 10 on,"
            + " answers begin to mean something.",
        sentence());
  }

  @Test
  void oneDayIsNotCalledDays() {
    wholeDays(1);
    assertEquals(
        "Not enough yet: there is 1 day of journal, but none on which you played a song three"
            + " times. Add your listening history.",
        sentence());

    wholeDays(1, SONG);
    assertEquals(
        "Not enough yet: only 1 day has both a page and songs you kept replaying; from 10 on,"
            + " answers begin to mean something.",
        sentence());
  }

  @Test
  void tenDaysWithSongsAreEnough() {
    wholeDays(NotEnough.ENOUGH_DAYS, SONG);

    assertEquals(Optional.empty(), missing());
  }

  private void wholeDays(int count, SongPlays... songs) {
    for (int i = 0; i < count; i++) {
      life.apply(moment("owner", DAY.plusDays(i), TEXT, songs));
      life.apply(vectors("owner", DAY.plusDays(i), TEXT));
    }
  }

  private String sentence() {
    return missing().orElseThrow();
  }

  private Optional<String> missing() {
    return NotEnough.sentence(life.daysWithText(), life.days(SentenceEncoder.VERSION).known());
  }
}
