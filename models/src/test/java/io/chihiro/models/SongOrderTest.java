package io.chihiro.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SongOrderTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  private static final int ALL = 100;
  private static final double NEARLY_THE_MEAN = 1e-4;

  private final List<Played> all = new ArrayList<>();

  private final List<Double> similarities = new ArrayList<>();

  /// A song on a day.
  private record Played(String song, LocalDate date, int place, int plays, int playsOfDay)
      implements PlayedSong {}

  @Test
  void aSongOfOneLuckyDayIsHeldByTheCompanyItKeeps() {
    day(0, 0.9, "lucky", "elsewhere at home");
    day(1, 0.1, "elsewhere at home");
    day(2, 0.8, "steady", "also steady");
    day(3, 0.8, "steady", "also steady");

    assertEquals("lucky", order(SongScore.SOFT_MEAN).getFirst());
    assertEquals(List.of("also steady", "steady"), order(SongScore.COMPANY).subList(0, 2));
  }

  @Test
  void theScoreWithCompanyOfAWorkedExample() {
    day(0, 0.9, "a", "b");
    day(1, 0.3, "b", "c");

    // Means: a 0.9, b 0.6, c 0.3. Company: of a 0.6, of b (0.9 + 0.3) / 2, of c 0.6.
    var ranked = rank(SongScore.COMPANY);
    assertEquals(List.of("a", "b", "c"), ranked.stream().map(SongOrder.Ranked::song).toList());
    assertEquals(0.4 * 0.9 + 0.6 * 0.6, ranked.get(0).score(), 1e-4);
    assertEquals(0.6, ranked.get(1).score(), 1e-4);
    assertEquals(0.4 * 0.3 + 0.6 * 0.6, ranked.get(2).score(), 1e-4);
  }

  @Test
  void aSongThatWasAlwaysAloneKeepsItsOwnCompany() {
    day(0, 0.7, "alone");

    assertEquals(0.7, rank(SongScore.COMPANY).getFirst().score(), 1e-9);
  }

  private void day(int after, double similarity, String... songs) {
    similarities.add(similarity);
    for (String song : songs) {
      all.add(new Played(song, DAY.plusDays(after), after, 3, 3 * songs.length));
    }
  }

  private List<String> order(SongScore score) {
    return rank(score).stream().map(SongOrder.Ranked::song).toList();
  }

  private List<SongOrder.Ranked<Played>> rank(SongScore score) {
    return new SongOrder(score, NEARLY_THE_MEAN).rank(PlayedSongs.of(all), similarities::get, ALL);
  }
}
