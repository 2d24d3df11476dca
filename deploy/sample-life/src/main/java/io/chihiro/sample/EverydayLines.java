package io.chihiro.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Small things of any day, shared by all eras: bread, buses, rain.
///
/// A line says where it fits: `home` not on a journey, `cold` from October to March, `warm` from
/// April to September, `any` everywhere. A line is not used again before the others had their turn.
final class EverydayLines {
  private static final Set<Integer> COLD_MONTHS = Set.of(10, 11, 12, 1, 2, 3);

  private record Line(Set<String> fits, String text) {
    boolean fitsOn(LocalDate date) {
      boolean cold = COLD_MONTHS.contains(date.getMonthValue());
      boolean away = Era.of(date) == Era.TRAVELLING;
      return !(away && fits.contains("home"))
          && !(cold && fits.contains("warm"))
          && !(!cold && fits.contains("cold"));
    }
  }

  private final List<Line> lines;
  private final Map<Line, Integer> used = new HashMap<>();

  EverydayLines() {
    lines = ResourceText.lines("diary/everyday.txt").stream().map(EverydayLines::read).toList();
  }

  private static Line read(String line) {
    int bar = line.indexOf(" | ");
    return new Line(Set.of(line.substring(0, bar).split(",", -1)), line.substring(bar + 3));
  }

  /// A line that fits the day, one of those used least so far.
  String next(LocalDate date, Random random) {
    List<Line> fitting = lines.stream().filter(line -> line.fitsOn(date)).toList();
    int least = fitting.stream().mapToInt(this::uses).min().orElseThrow();
    List<Line> fresh = new ArrayList<>(fitting);
    fresh.removeIf(line -> uses(line) > least);
    Line chosen = fresh.get(random.nextInt(fresh.size()));
    used.merge(chosen, 1, Integer::sum);
    return chosen.text();
  }

  private int uses(Line line) {
    return used.getOrDefault(line, 0);
  }
}
