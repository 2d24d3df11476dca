package io.chihiro.models;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A day as models see it: what was written, and which songs were replayed.
///
/// @param date the local day
/// @param text what was written, not blank
/// @param plays how often each song was played, by the song's identity
public record LifeDay(LocalDate date, String text, Map<String, Integer> plays) {
  public LifeDay {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the day " + date + " has no text");
    }
    if (plays.values().stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException("the day " + date + " has a song without plays");
    }
    plays = Collections.unmodifiableMap(new TreeMap<>(plays));
  }

  /// The songs of the day, in the order of their identities.
  public Set<String> songs() {
    return plays.keySet();
  }

  /// How often anything was played.
  public int allPlays() {
    return plays.values().stream().mapToInt(Integer::intValue).sum();
  }
}
