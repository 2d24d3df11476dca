package io.chihiro.models.evaluation;

import io.chihiro.models.LifeDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The stretches of a life, oldest first; each lasts until the next begins.
///
/// @param all at least one
public record Eras(List<Era> all) {
  /// More than this share of a song's plays make it a song of that era.
  private static final double MAJORITY = 0.5;

  /// A stretch of a life.
  public record Era(String name, LocalDate begins) {}

  public Eras {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a life has at least one era");
    }
    all = all.stream().sorted(Comparator.comparing(Era::begins)).toList();
  }

  /// Blocks of equal time between the first day and the last, where nobody has named any.
  public static Eras blocks(List<LifeDay> days, int count) {
    LocalDate first = days.stream().map(LifeDay::date).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last = days.stream().map(LifeDay::date).max(Comparator.naturalOrder()).orElseThrow();
    long length = ChronoUnit.DAYS.between(first, last) + 1;
    List<Era> eras = new ArrayList<>();
    for (int i = 0; i < Math.min(count, length); i++) {
      LocalDate begins = first.plusDays(length * i / count);
      eras.add(new Era("from " + begins, begins));
    }
    return new Eras(eras);
  }

  /// The name of the era a day lies in; what lies before the first is counted to it.
  public String of(LocalDate day) {
    String found = all.getFirst().name();
    for (Era era : all) {
      found = day.isBefore(era.begins()) ? found : era.name();
    }
    return found;
  }

  /// Which songs belong to which era: those of which more than half of the plays lie in it. A
  /// favourite of all eras belongs to none.
  public Map<String, Set<String>> songs(List<LifeDay> days) {
    Map<String, Map<String, Integer>> plays = new HashMap<>();
    for (LifeDay day : days) {
      String era = of(day.date());
      day.plays()
          .forEach(
              (song, count) ->
                  plays
                      .computeIfAbsent(song, _ -> new HashMap<>())
                      .merge(era, count, Integer::sum));
    }
    Map<String, Set<String>> songs = new HashMap<>();
    plays.forEach(
        (song, byEra) -> {
          int all = byEra.values().stream().mapToInt(Integer::intValue).sum();
          byEra.forEach(
              (era, count) -> {
                if (count > all * MAJORITY) {
                  songs.computeIfAbsent(era, _ -> new HashSet<>()).add(song);
                }
              });
        });
    return songs;
  }
}
