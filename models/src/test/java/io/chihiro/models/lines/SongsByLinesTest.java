package io.chihiro.models.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.chihiro.models.lines.SongsByLines.Hit;
import io.chihiro.models.lines.SongsByLines.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class SongsByLinesTest {
  private static final double ROUNDING = 1e-6;

  /// By hand: 0.9 + 0.7 + 0.4/2 against 0.95, and their means 0.6 and 0.95.
  @Test
  void linesAreAddedUpAndFarOnesCountByHalf() {
    SongsByLines<String> found = new SongsByLines<>(SongsByLines.FULL_FROM);
    found.offer("often", "often", 0, 0.9f);
    found.offer("often", "often", 1, 0.7f);
    found.offer("often", "often", 2, 0.4f);
    found.offer("once", "once", 0, 0.95f);

    List<Hit<String>> sums = found.best(Score.SUM, 10);
    assertEquals(List.of("often", "once"), sums.stream().map(Hit::id).toList());
    assertEquals(1.8, sums.getFirst().score(), ROUNDING);
    List<Hit<String>> means = found.best(Score.MEAN, 10);
    assertEquals(List.of("once", "often"), means.stream().map(Hit::id).toList());
    assertEquals(0.6, means.getLast().score(), ROUNDING);
  }

  @Test
  void onlyTheHundredNearestCount() {
    SongsByLines<String> found = new SongsByLines<>(SongsByLines.FULL_FROM);
    found.offer("far", "far", 0, 0.61f);
    for (int place = 0; place < 120; place++) {
      found.offer("near", "near", place, 0.8f);
    }

    List<Hit<String>> hits = found.best(Score.SUM, 10);
    assertEquals(1, hits.size());
    assertEquals(100, hits.getFirst().lines().size());
    assertEquals(0, hits.getFirst().lines().getFirst().place());
  }
}
