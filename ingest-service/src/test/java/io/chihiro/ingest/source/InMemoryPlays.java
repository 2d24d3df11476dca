package io.chihiro.ingest.source;

import io.chihiro.events.TrackPlayed;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where plays go in tests: what a compacted topic would hold, and how often it was written to.
public final class InMemoryPlays implements PlayDoor {
  private final TreeMap<String, TrackPlayed> plays = new TreeMap<>();
  private int writes;
  private boolean broken;

  @Override
  public void store(List<TrackPlayed> stored) {
    if (broken) {
      throw new IllegalStateException("the broker is away");
    }
    for (TrackPlayed play : stored) {
      plays.put(play.key(), play);
      writes++;
    }
  }

  /// What is there, by key.
  public SortedMap<String, TrackPlayed> all() {
    return plays;
  }

  /// How many plays were written, those written again included.
  public int writes() {
    return writes;
  }

  /// From now on nothing can be stored, or can again.
  public void breaks(boolean nothingGoes) {
    broken = nothingGoes;
  }
}
