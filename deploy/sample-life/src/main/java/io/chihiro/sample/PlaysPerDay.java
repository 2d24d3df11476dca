package io.chihiro.sample;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Counting plays per local day and song.
final class PlaysPerDay {
  private final ZoneTimeline zones;
  private final NavigableMap<LocalDate, Map<SongName, Integer>> days = new TreeMap<>();

  PlaysPerDay(ZoneTimeline zones) {
    this.zones = zones;
  }

  void add(Play play) {
    if (play.counts()) {
      days.computeIfAbsent(zones.dateOf(play.end()), _ -> new TreeMap<>(SongName.ORDER))
          .merge(SongName.of(play.track()), 1, Integer::sum);
    }
  }

  NavigableMap<LocalDate, Map<SongName, Integer>> days() {
    return days;
  }
}
