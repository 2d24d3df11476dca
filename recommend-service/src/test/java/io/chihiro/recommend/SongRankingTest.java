package io.chihiro.recommend;

import static io.chihiro.recommend.index.DayRecords.DAY;
import static io.chihiro.recommend.index.DayRecords.song;
import static io.chihiro.recommend.index.DayRecords.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chihiro.events.Moment;
import io.chihiro.events.Moment.SongPlays;
import io.chihiro.events.Song;
import io.chihiro.events.TextEmbedded;
import io.chihiro.events.TextEmbedded.Grain;
import io.chihiro.events.TextEmbedded.Passage;
import io.chihiro.events.TextHash;
import io.chihiro.models.SongOrder;
import io.chihiro.models.SongScore;
import io.chihiro.recommend.SongRanking.Evidence;
import io.chihiro.recommend.SongRanking.Ranked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SongRankingTest {
  private static final float[] MOOD = {1, 0};
  private static final double BETA = 20;
  private static final double EIGHT_BITS = 0.004;
  private static final int ALL = 100;

  private final List<IndexedDay> days = new ArrayList<>();

  @Test
  void aFavouriteOfEveryEraDoesNotWinByItsBestDay() {
    for (int i = 0; i < 9; i++) {
      day(0.1, song("Favourite", 5));
    }
    day(0.85, song("Of that time", 5));
    day(0.86, song("Of that time", 5));
    day(0.9, song("Favourite", 5));

    assertEquals(List.of("Of that time", "Favourite"), titles(SongScore.SOFT_MEAN));
    assertEquals(List.of("Favourite", "Of that time"), titles(SongScore.BEST_DAY));
  }

  @Test
  void underTheMeanAllDaysCountAlike() {
    day(0.9, song("Now and then", 3));
    day(0.1, song("Now and then", 3));
    day(0.55, song("Steady", 3));
    day(0.55, song("Steady", 3));

    assertEquals(List.of("Steady", "Now and then"), titles(SongScore.MEAN));
    assertEquals(List.of("Now and then", "Steady"), titles(SongScore.SOFT_MEAN));
  }

  @Test
  void ofSongsThatShareTheirDaysTheOneSpecialToTheDaysShownComesFirst() {
    for (int i = 0; i < 3; i++) {
      day(0.9, song("Background", 3), song("Of those days", 9));
    }
    day(0.2, song("Background", 9), song("Of those days", 3));

    List<Ranked> ranked = rank(SongScore.SOFT_MEAN, ALL);
    assertEquals(List.of("Of those days", "Background"), titles(SongScore.SOFT_MEAN));
    assertEquals(ranked.getFirst().score(), ranked.getLast().score(), 1e-9);
    assertTrue(ranked.getFirst().lift() > 1 && ranked.getLast().lift() < 1);
  }

  @Test
  void ofEquallySpecialSongsTheOnePlayedLatelyComesFirst() {
    day(0.5, song("A year ago", 3));
    day(0.5, song("Last week", 3));

    assertEquals(List.of("Last week", "A year ago"), titles(SongScore.SOFT_MEAN));
  }

  @Test
  void whatIsEqualInEverythingKeepsItsOrderFromAnswerToAnswer() {
    day(0.5, song("b", 3), song("c", 3), song("a", 3));

    assertEquals(List.of("a", "b", "c"), titles(SongScore.SOFT_MEAN));
  }

  @Test
  void theEvidenceIsTheThreeBestDaysBestFirst() {
    day(0.3, song("Salt Water", 3));
    day(0.9, song("Salt Water", 7));
    day(0.5, song("Salt Water", 4));
    day(0.8, song("Salt Water", 5));

    List<Evidence> evidence = rank(SongScore.SOFT_MEAN, ALL).getFirst().evidence();
    assertEquals(
        List.of(DAY.plusDays(1), DAY.plusDays(3), DAY.plusDays(2)),
        evidence.stream().map(Evidence::date).toList());
    assertEquals(List.of(7, 5, 4), evidence.stream().map(Evidence::plays).toList());
    assertEquals(0.9, evidence.getFirst().similarity(), EIGHT_BITS);
  }

  @Test
  void theEvidenceQuotesTheSentenceThatFits() {
    String text = "I paid the bills. I missed her.";
    days.add(
        day(
            new Moment("owner", DAY, text, List.of(song("Salt Water", 3))),
            new Passage(Grain.DAY, 0, 31, vector(0.5)),
            new Passage(Grain.SENTENCE, 0, 17, vector(0.1)),
            new Passage(Grain.SENTENCE, 18, 31, vector(0.7))));

    Evidence evidence = rank(SongScore.SOFT_MEAN, ALL).getFirst().evidence().getFirst();
    assertEquals("I missed her.", evidence.excerpt());
  }

  @Test
  void thereAreNoMoreSongsThanAskedFor() {
    day(0.5, song("a", 3), song("b", 3), song("c", 3));

    assertEquals(2, rank(SongScore.SOFT_MEAN, 2).size());
  }

  @Test
  void aDayWithoutSongsIsNoEvidence() {
    day(0.99);
    day(0.4, song("Salt Water", 3));

    Ranked only = rank(SongScore.SOFT_MEAN, ALL).getFirst();
    assertEquals(0.4, only.score(), EIGHT_BITS);
    assertEquals(1, only.evidence().size());
  }

  @Test
  void aLifeWithoutDaysHasNoAnswer() {
    assertEquals(List.of(), rank(SongScore.SOFT_MEAN, ALL));
  }

  @Test
  void aSongIsSpelledAsItIsSpelledNowAndCountedOverAllItsDays() {
    day(0.5, new SongPlays(new Song("SALT WATER", "nobody"), 3, Optional.of("spotify:old")));
    day(0.5, new SongPlays(new Song("Salt Water", "Nobody"), 4, Optional.of("spotify:new")));

    Ranked only = rank(SongScore.SOFT_MEAN, ALL).getFirst();
    assertEquals(new Song("Salt Water", "Nobody"), only.song());
    assertEquals(Optional.of("spotify:new"), only.spotifyUri());
    assertEquals(7, only.plays());
    assertEquals(DAY, only.firstPlayed());
    assertEquals(DAY.plusDays(1), only.lastPlayed());
  }

  private void day(double similarity, SongPlays... songs) {
    LocalDate date = DAY.plusDays(days.size());
    String text = "What was written on " + date;
    days.add(
        day(
            new Moment("owner", date, text, List.of(songs)),
            new Passage(Grain.DAY, 0, text.length(), vector(similarity))));
  }

  private static IndexedDay day(Moment moment, Passage... passages) {
    return IndexedDay.of(
        moment,
        new TextEmbedded(
            moment.user(), moment.date(), "1", TextHash.of(moment.text()), List.of(passages)));
  }

  private List<String> titles(SongScore score) {
    return rank(score, ALL).stream().map(ranked -> ranked.song().title()).toList();
  }

  private List<Ranked> rank(SongScore score, int limit) {
    IndexedDays indexed = IndexedDays.of(days);
    return new SongRanking(new SongOrder(score, BETA))
        .rank(indexed.songs(), indexed.fits(MOOD, BETA), limit);
  }
}
